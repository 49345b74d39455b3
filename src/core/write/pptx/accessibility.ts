import { problem, type Code, type Problem } from '../../base/errors.ts';
import type { Box, Scene, SceneSlide, TextBox } from '../../layout/types.ts';
import { runsText } from '../../layout/index.ts';
import { backgroundOf, contrast, requiredContrast, resolveColor } from '../../template/theme/index.ts';
import type { ColorUse, Frame, Layout } from '../../template/theme/types.ts';
import { isRef } from '../../base/text.ts';
import { levelAt } from './paragraph.ts';

interface Check {
  readonly code: Code;
  readonly hint: string;
  /** What is wrong on one slide, a sentence each. */
  readonly find: (slide: SceneSlide, scene: Scene) => readonly string[];
}

/** Boxes that are looked at rather than read, and what to call them. */
const PICTURED: Readonly<Partial<Record<Box['kind'], string>>> = {
  image: 'a picture',
  chart: 'a chart',
  table: 'a table',
  group: 'a group',
};

function withoutAlt(slide: SceneSlide): string[] {
  return slide.boxes.flatMap((box) => {
    const name = PICTURED[box.kind];
    const alt = box.kind === 'text' || box.kind === 'shape' ? '' : box.alt;
    const isDecoration = box.kind === 'group' && box.children.every(({ kind }) => kind === 'shape');
    return name === undefined || isDecoration || alt.trim() !== '' ? [] : [`${name} has no alternative text`];
  });
}

/** A text box, and the panel of its group that it stands on. */
interface Grounded {
  readonly box: TextBox;
  readonly panel: ColorUse | null;
}

const covers = (outer: Frame, inner: Frame): boolean =>
  outer.x <= inner.x + 0.5 &&
  outer.y <= inner.y + 0.5 &&
  outer.x + outer.width >= inner.x + inner.width - 0.5 &&
  outer.y + outer.height >= inner.y + inner.height - 0.5;

function groundedBoxes(boxes: readonly Box[]): Grounded[] {
  return boxes.flatMap((box): Grounded[] => {
    if (box.kind === 'text') return [{ box, panel: null }];
    if (box.kind !== 'group') return [];
    return box.children.flatMap((child, i) => {
      if (child.kind !== 'text') return [];
      const below = box.children.slice(0, i).findLast((one) => one.kind === 'shape' && one.fill !== null && covers(one.frame, child.frame));
      return [{ box: child, panel: below?.fill ?? null }];
    });
  });
}

const textBoxes = (boxes: readonly Box[]): TextBox[] => groundedBoxes(boxes).map(({ box }) => box);

function groundOf({ box, panel }: Grounded, layout: Layout, scene: Scene): ColorUse | null {
  return box.fill ?? panel ?? backgroundOf(scene.theme, layout, box.frame);
}

function faint(slide: SceneSlide, scene: Scene): string[] {
  const { theme } = scene;
  const layout = theme.layouts[slide.layout];
  if (!layout) return [];
  const faults = groundedBoxes(slide.boxes).flatMap((grounded) => {
    const { box } = grounded;
    const ground = groundOf(grounded, layout, scene);
    if (ground === null) return [];
    const levels = [...new Set(box.paragraphs.map((p) => p.level))].map((level) => levelAt(box.levels, level));
    return levels.flatMap(({ color, size, bold }) => {
      const ratio = contrast(resolveColor(theme, color), resolveColor(theme, ground));
      const required = requiredContrast(size, bold);
      return ratio >= required
        ? []
        : [`text in ${color} on ${ground} has a contrast of ${ratio.toFixed(1)}, ${required} is needed at its size`];
    });
  });
  return [...new Set(faults)];
}

function titleFaults(slide: SceneSlide, scene: Scene): string[] {
  const title = slide.boxes.find((box) => box.kind === 'text' && box.role === 'title');
  const shown =
    title?.kind === 'text'
      ? title.paragraphs
          .map((p) => runsText(p.runs))
          .join(' ')
          .trim()
      : '';
  if (shown === '') return ['the slide has no title'];
  return scene.slides.some((other) => other !== slide && other.title === slide.title) ? ['another slide has the same title'] : [];
}

/** Addresses as link text: a screen reader spells them out. */
function bareLinks(slide: SceneSlide): string[] {
  const runs = textBoxes(slide.boxes).flatMap((box) => box.paragraphs.flatMap((p) => p.runs));
  return runs.flatMap((run) =>
    isRef(run) || run.href === undefined || !/^(?:https?:\/\/|www\.)\S+$/i.test(run.text.trim())
      ? []
      : [`a link says only its address: ${run.text.trim()}`],
  );
}

/** What PowerPoint's accessibility checker looks for and a Scene could still have wrong. Decoration is marked, and languages are said, by the writers. */
const CHECKS: readonly Check[] = [
  { code: 'write/title', hint: 'Give the slide a title of its own in the template or the article.', find: titleFaults },
  { code: 'write/no-alt', hint: 'Say in the article what it shows, in a sentence.', find: withoutAlt },
  {
    code: 'write/table-header',
    hint: 'Give the table a row of column names.',
    find: (slide) =>
      slide.boxes.flatMap((box) => (box.kind === 'table' && box.rows[0]?.kind !== 'header' ? ['a table has no header row'] : [])),
  },
  {
    code: 'write/reading-order',
    hint: 'Let the title come first in the template’s layout.',
    find: ({ boxes }) => (boxes.findIndex((box) => box.kind === 'text' && box.role === 'title') > 0 ? ['the title is not read first'] : []),
  },
  { code: 'write/link-text', hint: 'Write what the link leads to.', find: bareLinks },
  { code: 'write/contrast', hint: 'Choose a colour that stands out more in theme.yaml.', find: faint },
];

/** Named warnings, placed, in the slides' order. */
export function accessibilityProblems(scene: Scene): Problem[] {
  return scene.slides.flatMap((slide) =>
    CHECKS.flatMap(({ code, hint, find }) =>
      find(slide, scene).map((message) => problem(code, { message, place: { slide: { number: slide.number, title: slide.title } }, hint })),
    ),
  );
}
