import type { Block, Slide } from '../../src/core/deck/types.ts';
import { withoutDirectionMarks } from '../../src/core/base/bidi.ts';
import { chartLabels, runsText } from '../../src/core/layout/index.ts';
import type { Box, Line, Scene, SceneParagraph, SceneSlide } from '../../src/core/layout/types.ts';
import type { Frame, LevelStyle } from '../../src/core/template/theme/types.ts';
import type { Run } from '../../src/core/base/text.ts';
import { chartFaults } from './chart-checks.ts';

const ROUNDING = 0.01;

function outside(inner: Frame, outer: Frame): boolean {
  return (
    inner.x < outer.x - ROUNDING ||
    inner.y < outer.y - ROUNDING ||
    inner.x + inner.width > outer.x + outer.width + ROUNDING ||
    inner.y + inner.height > outer.y + outer.height + ROUNDING
  );
}

/** Everything that leaves its box, its region or the page, by layout's own measure. */
export function overflows(scene: Scene): string[] {
  return scene.slides.flatMap((slide) => slide.boxes.flatMap((box) => inSlide(scene, slide, box)));
}

function inSlide(scene: Scene, slide: SceneSlide, box: Box): string[] {
  const region = scene.theme.layouts[slide.layout]?.regions.find((r) => r.name === box.region);
  const page = { x: 0, y: 0, ...scene.theme.page };
  return [...(outside(box.frame, region?.frame ?? page) ? [`${box.id} (${box.kind}) leaves its region`] : []), ...inBox(scene, box)];
}

function inBox(scene: Scene, box: Box): string[] {
  switch (box.kind) {
    case 'text': {
      const { x, y } = box.padding;
      const inner = { x: box.frame.x + x, y: box.frame.y + y, width: box.frame.width - 2 * x, height: box.frame.height - 2 * y };
      const full = box.contentHeight > inner.height * 0.99 + ROUNDING ? [`${box.id} is ${box.contentHeight} tall in ${inner.height}`] : [];
      return [...full, ...box.lines.flatMap((line) => inFrame(box.id, line, inner, box.paragraphs, box.levels))];
    }
    case 'table': {
      const { paddingY } = scene.theme.table;
      const width = box.columns.reduce((a, b) => a + b, 0);
      const wrong = Math.abs(width - box.frame.width) > 0.1 ? [`${box.id}: columns are ${width} of ${box.frame.width}`] : [];
      let y = box.frame.y;
      for (const row of box.rows) {
        let used = 0;
        row.cells.forEach((cell, c) => {
          const column = box.columns[c] ?? 0;
          const x = scene.meta.direction === 'rtl' ? box.frame.x + box.frame.width - used - column : box.frame.x + used;
          used += column;
          // In a column narrower than a character that character takes the padding.
          const inner = { x, y: y + paddingY, width: column, height: row.height - 2 * paddingY };
          for (const line of cell.lines) wrong.push(...inFrame(`${box.id} cell ${c + 1}`, line, inner, cell.paragraphs, cell.levels));
        });
        y += row.height;
      }
      return wrong;
    }
    case 'group':
      return box.children.flatMap((child) => [
        ...(outside(child.frame, box.frame) ? [`${child.id} leaves its group`] : []),
        ...inBox(scene, child),
      ]);
    case 'chart':
      return chartFaults(box).map((fault) => `${box.id}: ${fault}`);
    case 'image':
    case 'shape':
      return [];
  }
}

function inFrame(id: string, line: Line, frame: Frame, paragraphs: readonly SceneParagraph[], levels: readonly LevelStyle[]): string[] {
  const paragraph = paragraphs[line.paragraph];
  const level = levels[paragraph?.level ?? 0];
  const one = { x: line.x, y: line.top, width: line.width, height: line.height };
  const words = runsText(paragraph?.runs ?? []).slice(line.start, line.end);
  if (!outside(one, frame)) return [];
  return [`${id}: “${words}” at ${level?.size ?? 0} pt leaves its box: ${JSON.stringify(one)} in ${JSON.stringify(frame)}`];
}

function runsOfBlock(block: Block): (readonly Run[])[] {
  switch (block.kind) {
    case 'text':
    case 'callout':
      return [...block.paragraphs];
    case 'list':
      return block.items.map((item) => item.runs);
    case 'quote':
      return [...block.paragraphs, ...(block.cite ? [block.cite] : [])];
    case 'stats':
      return block.stats.flatMap((s) => [[{ text: `${s.value} ${s.unit}` }], s.label]);
    case 'timeline':
      return block.events.flatMap((e) => [[{ text: e.dateText }], e.runs]);
    case 'table':
      return [...(block.caption ? [block.caption] : []), ...block.header, ...block.rows.flatMap((row) => row.cells)];
    case 'chart':
      return [[{ text: block.title ?? '' }]];
    case 'image':
      return block.pictures.flatMap(({ caption }) => (caption ? [caption] : []));
    case 'items':
      return block.entries.flatMap(({ kicker, head, sub, body, side, points, steps }) => [
        kicker,
        head,
        sub,
        ...body,
        ...side,
        ...[...points, ...steps].map(({ runs }) => runs),
      ]);
  }
}

/** All that a slide says. */
export function inputText(slide: Slide): string {
  return [slide.title, ...slide.blocks.flatMap(({ block }) => runsOfBlock(block)), ...slide.notes.map((n) => n.runs)]
    .map(runsText)
    .join('\n');
}

function boxText(box: Box): string {
  const of = (paragraphs: readonly SceneParagraph[]): string => paragraphs.map((p) => runsText(p.runs)).join('\n');
  switch (box.kind) {
    case 'text':
      return of(box.paragraphs);
    case 'table':
      return box.rows.flatMap((row) => row.cells.map((cell) => of(cell.paragraphs))).join('\n');
    case 'group':
      return box.children.map(boxText).join('\n');
    case 'chart':
      return chartLabels(box)
        .map(({ text }) => text)
        .join('\n');
    case 'image':
    case 'shape':
      return '';
  }
}

/** All that stands on slides and in notes. */
export function outputText(slides: readonly SceneSlide[]): string {
  return slides.flatMap((slide) => [...slide.boxes.map(boxText), ...slide.notes.map((n) => runsText(n.runs))]).join('\n');
}

const wordsIn = (text: string): string[] => text.split(/[\s\u00A0\u200B]+/u).filter(Boolean);

/** Words of the input that the output lacks. Those longer than 12 characters may have been divided: their characters are counted instead. */
export function lostWords(given: string, shown: string): string[] {
  // Marks of direction are added where a line needs them.
  const [input, output] = [withoutDirectionMarks(given), withoutDirectionMarks(shown)];
  const have = new Set(wordsIn(output));
  const halves = (word: string): boolean =>
    Array.from({ length: word.length - 1 }, (_, i) => i + 1).some((i) => have.has(word.slice(0, i)) && have.has(word.slice(i)));
  const lost = wordsIn(input).filter(
    (word) => word.length <= 12 && !have.has(word) && !output.replace(/\s+/gu, '').includes(word) && !halves(word),
  );
  const count = (text: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const ch of text.replace(/[\s\u00A0\u200B]/gu, '')) counts.set(ch, (counts.get(ch) ?? 0) + 1);
    return counts;
  };
  const there = count(output);
  const missing = [...count(input)].filter(([ch, n]) => (there.get(ch) ?? 0) < n).map(([ch, n]) => `${ch}: ${there.get(ch) ?? 0} of ${n}`);
  return [...lost, ...missing];
}

/** Lines that break a paragraph's text out of order, leave words out or show them twice. */
export function unevenLines(slides: readonly SceneSlide[]): string[] {
  const wrong: string[] = [];
  const check = (id: string, paragraphs: readonly SceneParagraph[], lines: readonly Line[]): void => {
    paragraphs.forEach((paragraph, i) => {
      const text = runsText(paragraph.runs);
      let at = 0;
      for (const line of lines.filter((l) => l.paragraph === i)) {
        if (line.start < at || text.slice(at, line.start).trim() !== '' || line.end < line.start)
          wrong.push(`${id}: line ${line.start}–${line.end} after ${at}`);
        at = line.end;
      }
      if (
        text
          .slice(at)
          .replace(/\u200B/g, '')
          .trim() !== ''
      )
        wrong.push(`${id}: “${text.slice(at)}” has no line`);
    });
  };
  const walk = (box: Box): void => {
    if (box.kind === 'text') check(box.id, box.paragraphs, box.lines);
    if (box.kind === 'table') box.rows.forEach((row) => row.cells.forEach((cell) => check(box.id, cell.paragraphs, cell.lines)));
    if (box.kind === 'group') box.children.forEach(walk);
  };
  slides.forEach((slide) => slide.boxes.forEach(walk));
  return wrong;
}
