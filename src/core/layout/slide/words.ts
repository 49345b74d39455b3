import { allDecoration, drawnOn } from '../../template/theme/index.ts';
import type { Layout, Theme } from '../../template/theme/types.ts';
import { styleNamed, type Context } from '../context.ts';
import { paragraph } from '../paragraph.ts';
import { placeLines, setText } from '../text/setting.ts';
import type { Scene, SetWords } from '../types.ts';

/** All decoration that is words, set in its frame at its own size. */
export function setDecoration(context: Context): Scene['words'] {
  const { theme, fonts } = context;
  return Object.fromEntries(
    allDecoration(theme).flatMap((d): [string, SetWords][] => {
      if (d.kind !== 'text') return [];
      const { levels } = styleNamed(theme, d.style);
      const paragraphs = d.paragraphs.map(({ text, level }) =>
        paragraph(context, context.words(text), { level: level - 1 }, d.direction ?? context.direction),
      );
      const lines = placeLines(setText(fonts, paragraphs, levels, d.frame.width), d.frame, d.anchor);
      return [[d.id, { levels, paragraphs, lines, anchor: d.anchor, frame: d.frame }]];
    }),
  );
}

/** What a layout draws in words, as set. */
export function wordsDrawnOn(layout: Layout, theme: Theme, words: Scene['words']): SetWords[] {
  return drawnOn(layout, theme).flatMap((d) => (d.kind === 'text' ? (words[d.id] ?? []) : []));
}
