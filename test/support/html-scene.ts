import type { SourceEntry } from '../../src/core/briefing/types.ts';
import type { DeckMeta } from '../../src/core/deck/types.ts';
import type { Box, FaceUse, Line, Scene, SceneParagraph, SceneSlide, TextBox } from '../../src/core/layout/types.ts';
import { runsText } from '../../src/core/layout/index.ts';
import type { LevelStyle, Theme } from '../../src/core/template/theme/types.ts';
import type { Run } from '../../src/core/base/text.ts';
import { packTheme } from './theme.ts';

/** Small scenes by hand: lines of so many characters, half an em a character. Right enough for a writer, which measures nothing. */

export const META: DeckMeta = {
  title: 'A briefing',
  subtitle: null,
  presenter: 'A. Presenter',
  audience: null,
  date: '2024-01-15',
  minutes: 10,
  mark: null,
  language: 'en',
  direction: 'ltr',
  forPresenter: true,
  stamp: '0badcafe',
  recipe: '{"lectern":1}',
  words: { notes: 'Notes', sources: 'Sources', paragraph: 'paragraph' },
};

export function paragraph(text: string | readonly Run[], details: Partial<SceneParagraph> = {}): SceneParagraph {
  const runs = typeof text === 'string' ? [{ text }] : text;
  return { runs, level: 0, bullet: 'none', startsList: false, align: null, direction: 'ltr', field: null, ...details };
}

/** Breaks at spaces after at most `most` characters. */
function breakText(text: string, most: number): [number, number][] {
  const lines: [number, number][] = [];
  let start = 0;
  while (start < text.length) {
    const rest = text.slice(start);
    const hard = rest.indexOf('\n');
    let length = rest.length <= most ? rest.length : rest.lastIndexOf(' ', most);
    if (length <= 0) length = Math.min(most, rest.length);
    if (hard >= 0 && hard <= length) length = hard;
    lines.push([start, start + length]);
    start += length;
    while (text[start] === ' ' || text[start] === '\n') start += 1;
  }
  return lines;
}

export function setLines(paragraphs: readonly SceneParagraph[], levels: readonly LevelStyle[], x: number, y: number, most = 60): Line[] {
  let top = y;
  return paragraphs.flatMap((p, index) => {
    const level = levels[p.level];
    if (!level) throw new Error('no such level');
    const height = level.size * 1.22;
    return breakText(runsText(p.runs), most).map(([start, end]): Line => {
      const line = {
        paragraph: index,
        start,
        end,
        x: x + level.indent,
        width: (end - start) * level.size * 0.5,
        baseline: top + level.size * 0.95,
        top,
        height,
      };
      top += height;
      return line;
    });
  });
}

export const theme: Theme = packTheme('plain');

export function textBox(
  role: TextBox['role'],
  style: string,
  paragraphs: readonly SceneParagraph[],
  place: { x: number; y: number; width?: number; height?: number; most?: number },
  details: Partial<TextBox> = {},
): TextBox {
  const levels = theme.styles[style]?.levels;
  if (!levels) throw new Error(`no style ${style}`);
  const { x, y, width = 800, height = 300, most } = place;
  return {
    kind: 'text',
    id: `box-${role}-${x}-${y}`,
    region: role,
    frame: { x, y, width, height },
    role,
    placeholder: false,
    style,
    levels,
    fitted: false,
    anchor: 'top',
    fill: null,
    padding: { x: 0, y: 0 },
    paragraphs,
    lines: setLines(paragraphs, levels, x, y, most),
    contentHeight: height,
    ...details,
  };
}

export function titleBox(text: string): TextBox {
  return textBox('title', 'title', [paragraph(text)], { x: 54, y: 72, most: 50 });
}

export function slide(number: number, title: string, boxes: readonly Box[], details: Partial<SceneSlide> = {}): SceneSlide {
  return {
    id: number.toString(16).padStart(16, '0'),
    number,
    layout: Object.keys(theme.layouts)[number === 1 ? 0 : 1] ?? 'title',
    title,
    topic: null,
    kind: 'points',
    part: 1,
    parts: 1,
    boxes: [titleBox(title), ...boxes],
    notes: [],
    refs: [],
    seconds: 60,
    ...details,
  };
}

export function source(number: number, details: Partial<SourceEntry> = {}): SourceEntry {
  return {
    number,
    article: 'an-article',
    authors: ['An Author'],
    authorLine: 'An Author',
    title: 'An article',
    publisher: 'A publisher',
    published: '2023-11-21',
    publishedText: '21 November 2023',
    url: 'https://example.org/article',
    paragraph: number,
    excerpt: `Words of paragraph ${number}.`,
    reworded: [],
    isNote: false,
    ...details,
  };
}

const CODE_POINTS = Array.from({ length: 95 }, (_, i) => i + 32);

export const FACES: readonly FaceUse[] = [
  { family: 'Georgia', twin: 'Gelasio', exact: true, weight: 400, style: 'normal', codePoints: CODE_POINTS },
  { family: 'Calibri', twin: 'Carlito', exact: true, weight: 400, style: 'normal', codePoints: CODE_POINTS },
];

export function scene(
  slides: readonly SceneSlide[],
  details: Partial<Omit<Scene, 'meta'>> & { readonly meta?: Partial<DeckMeta> } = {},
): Scene {
  return {
    theme,
    sections: [{ title: 'All', slides: slides.map((s) => s.id) }],
    slides,
    sources: [],
    faces: FACES,
    words: {},
    media: new Map(),
    ...details,
    meta: { ...META, ...details.meta },
  };
}
