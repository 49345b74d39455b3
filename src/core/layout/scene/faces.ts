import { withoutDirectionMarks } from '../../base/bidi.ts';
import { problem, type Problem } from '../../base/errors.ts';
import type { Run } from '../../base/text.ts';
import type { LevelStyle } from '../../template/theme/types.ts';
import { faceOf, HYPHEN } from '../text/atoms.ts';
import { displayRuns } from '../text/display.ts';
import { numberLabel } from '../text/numbers.ts';
import type { ChartBox, FaceUse, FontFile, FontLibrary, SceneSlide, SetWords } from '../types.ts';
import { numberFormatter } from '../../numbers/index.ts';
import { chartLabels, hyphensOf, paragraphsOf, type SetRuns } from './walk.ts';
import type { Face } from '../font/types.ts';
import type { Fonts } from '../text/types.ts';

interface Use {
  readonly face: Face;
  readonly codePoints: Set<number>;
}

/** A face of a family that no file is at hand for, where it stands first. */
interface Missing {
  readonly face: Face;
  readonly slide: SceneSlide;
}

export interface Collected {
  readonly faces: readonly FaceUse[];
  readonly problems: readonly Problem[];
}

/** The faces that texts outside of slides are set in, as those of slides. */
export function facesOfTexts(fonts: Fonts, texts: readonly { readonly runs: readonly Run[]; readonly level: LevelStyle }[]): FaceUse[] {
  const uses = new Map<string, Use>();
  for (const { runs, level } of texts) {
    for (const run of displayRuns(runs)) {
      const face = faceOf(fonts, level, run);
      for (const ch of level.capitals ? run.text.toUpperCase() : run.text) {
        const cp = ch.codePointAt(0) ?? 0;
        if (cp < 0x20 || withoutDirectionMarks(ch) === '') continue;
        const found = face.lookUp(cp);
        if (found.kind === 'own') put(uses, face, cp);
        else if (found.kind === 'fallback') put(uses, fonts.find(found.family, face.weight, face.style), cp);
      }
    }
  }
  return sorted(uses);
}

/** The faces that the slides are set in with their characters, and what no font at hand has. Fallback fonts are faces of their own. */
export function collectFaces(
  fonts: Fonts,
  slides: readonly SceneSlide[],
  language: string,
  drawnOn: (layout: string) => readonly SetWords[],
): Collected {
  const uses = new Map<string, Use>();
  /** Characters that were looked up, by the identity of their face: a text has few of its own. */
  const seen = new Map<Face, Set<number>>();
  const missing = new Map<string, { readonly kind: 'letter' | 'symbol'; readonly slide: SceneSlide; readonly characters: Set<string> }>();
  const families = new Map<string, Missing>();

  const take = (slide: SceneSlide, face: Face, text: string): void => {
    if (!face.exact && !families.has(face.family)) families.set(face.family, { face, slide });
    let known = seen.get(face);
    if (!known) seen.set(face, (known = new Set()));
    for (const ch of text) {
      const cp = ch.codePointAt(0) ?? 0;
      // Marks of direction are for whoever orders the words, and drawn by no font.
      if (cp < 0x20 || known.has(cp) || withoutDirectionMarks(ch) === '') continue;
      known.add(cp);
      const found = face.lookUp(cp);
      if (found.kind === 'own') put(uses, face, cp);
      else if (found.kind === 'fallback') put(uses, fonts.find(found.family, face.weight, face.style), cp);
      else if (found.kind === 'letter' || found.kind === 'symbol') {
        const entry = missing.get(found.kind) ?? { kind: found.kind, slide, characters: new Set<string>() };
        entry.characters.add(ch);
        missing.set(found.kind, entry);
      }
    }
  };
  const takeLevel = (slide: SceneSlide, level: LevelStyle, run: Parameters<typeof faceOf>[2], text: string): void =>
    take(slide, faceOf(fonts, level, run), level.capitals ? text.toUpperCase() : text);

  const layouts = new Set<string>();
  /** Words that a layout draws count once. */
  const drawnFirst = ({ layout }: SceneSlide): SetRuns[] => {
    if (layouts.has(layout)) return [];
    layouts.add(layout);
    return drawnOn(layout).flatMap(({ paragraphs, levels, lines }) =>
      paragraphs.map((paragraph, i) => ({ paragraph, levels, hyphens: hyphensOf(lines, i) })),
    );
  };
  for (const slide of slides) {
    for (const { paragraph, levels, hyphens } of [...drawnFirst(slide), ...paragraphsOf(slide.boxes)]) {
      const level = levels[paragraph.level] ?? levels[0];
      if (!level) continue;
      let at = 0;
      for (const run of displayRuns(paragraph.runs)) {
        const from = at;
        at += run.text.length;
        const isDivided = hyphens.some((end) => end > from && end <= at);
        takeLevel(slide, level, run, isDivided ? run.text + HYPHEN : run.text);
      }
      const plain = { bold: false, italic: false };
      if (typeof paragraph.bullet === 'number') takeLevel(slide, level, plain, numberLabel(paragraph.bullet));
      else if (paragraph.bullet === 'level' && level.bullet) takeLevel(slide, level, plain, level.bullet.character);
    }
    for (const box of slide.boxes) {
      if (box.kind !== 'chart') continue;
      const { latin, kind } = fonts.choices[box.font];
      take(slide, fonts.find(latin, 400, 'normal', kind), chartText(box, language));
      const bold = chartLabels(box).filter((label) => label.bold);
      if (bold.length > 0) take(slide, fonts.find(latin, 700, 'normal', kind), bold.map(({ text }) => text).join(''));
    }
  }
  return { faces: sorted(uses), problems: [...familyProblems(families), ...characterProblems([...missing.values()])] };
}

/** The files of a library that show a face's characters. */
export function filesFor(face: FaceUse, fonts: FontLibrary): FontFile[] {
  const { twin, weight, style, codePoints } = face;
  const files = fonts.files.filter((f) => f.family === twin && f.weight === weight && f.style === style);
  return files.filter(({ ranges }) => codePoints.some((cp) => ranges.some(([from, to]) => cp >= from && cp <= to)));
}

function put(uses: Map<string, Use>, face: Face, cp: number): void {
  const key = `${face.family}|${face.weight}|${face.style}`;
  const use = uses.get(key) ?? { face, codePoints: new Set<number>() };
  use.codePoints.add(cp);
  uses.set(key, use);
}

/** A chart's words as placed, and all of its data, which reading mode shows as a table. */
function chartText(box: ChartBox, language: string): string {
  const format = numberFormatter(language, box);
  const values = box.series.flatMap((s) => s.values.map((v) => (v === null ? '' : format(v))));
  const shown = chartLabels(box).map(({ text }) => text);
  return [...box.categories, ...box.series.map((s) => s.name), ...shown, ...values].join('');
}

function sorted(uses: ReadonlyMap<string, Use>): FaceUse[] {
  const keys = [...uses.keys()].sort();
  return keys.flatMap((key): FaceUse[] => {
    const use = uses.get(key);
    if (!use) return [];
    const { family, twin, exact, weight, style } = use.face;
    return [{ family, twin, exact, weight, style, codePoints: [...use.codePoints].sort((a, b) => a - b) }];
  });
}

function familyProblems(families: ReadonlyMap<string, Missing>): Problem[] {
  return [...families].map(([family, { face, slide }]) =>
    problem('layout/font-missing', {
      message: `no font file for ${family} is at hand, so its widths are ${face.twin === null ? 'estimated' : `those of ${face.twin}`} with a margin`,
      place: placeOf(slide),
      allowed: 'Calibri, Cambria, Georgia, Arial, or fonts in the pack’s folder “fonts”',
      received: family,
      hint: 'Put the font’s files into the pack, or choose another family in theme.yaml.',
    }),
  );
}

function characterProblems(
  missing: readonly { readonly kind: 'letter' | 'symbol'; readonly slide: SceneSlide; readonly characters: ReadonlySet<string> }[],
): Problem[] {
  return missing.map(({ kind, slide, characters }) =>
    problem(kind === 'letter' ? 'layout/estimated-width' : 'layout/glyph-missing', {
      message:
        kind === 'letter'
          ? 'letters of a script that Lectern brings no font for: they are shown in the machine’s own, their width is estimated'
          : 'characters that no font at hand has: each machine shows them in its own way, or not at all',
      place: placeOf(slide),
      received: [...characters].slice(0, 20).join(' '),
      hint:
        kind === 'letter' ? 'Look at these slides on the machine that will show them.' : 'Write them in words or with common characters.',
    }),
  );
}

function placeOf(slide: SceneSlide): NonNullable<Problem['place']> {
  return { slide: { number: slide.number, title: slide.title } };
}
