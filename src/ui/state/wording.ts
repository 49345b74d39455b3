import type { Item, TopicDetail } from '../types.ts';
import { placed, type EntryRef } from './points.ts';

/** A field of a topic that a briefing may word anew, as the app edits it. */
export type Field =
  | { readonly kind: 'headline' | 'summary' | 'notes' }
  | ({ readonly kind: 'point'; readonly position: number; readonly hash: string; readonly markdown: string } & EntryRef)
  /** A point of the briefing's own; `number` from 1. */
  | ({ readonly kind: 'added'; readonly number: number } & EntryRef);

export interface Line {
  readonly field: Field;
  /** Markdown: the briefing's wording, else the article's. */
  readonly text: string;
  /** The article's; null: the article has none. */
  readonly original: string | null;
  readonly level: number;
  readonly worded: boolean;
  /** The article's line has changed since it was worded anew. */
  readonly outdated: boolean;
  /** No source stands behind it: the briefer's own. */
  readonly own: boolean;
  /** The briefing leaves it out: itself, or with one that it stands below. */
  readonly removed: 'here' | 'above' | null;
}

/** Markdown of one line as the words a slide shows: no marks, no references. Enough to recognise a line by. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/\[¶[^\]]*\]/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)(\*\*|__|\*|_|`)/g, '')
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export function hasReference(markdown: string): boolean {
  return /\[¶\s*\d/.test(markdown);
}

/** Every line of a topic that can be edited, in the order of the slides, notes last. Empty ones too: they can be filled. */
export function linesOf(item: Item, topic: TopicDetail): Line[] {
  if (item.kind !== 'topic') return [];
  const { overrides } = item;
  const simple = (kind: 'headline' | 'summary' | 'notes', original: string | null): Line => {
    const worded = overrides?.[kind] ?? null;
    const text = worded ?? original ?? '';
    const own = kind === 'summary' && text !== '' && !hasReference(text);
    return { field: { kind }, text, original, level: 0, worded: worded !== null, outdated: false, own, removed: null };
  };
  const points = placed(topic.points, overrides).map(({ point, added, at, level, removed }): Line => {
    if (point === null) {
      const text = overrides?.added?.[added - 1]?.text ?? '';
      const field = { kind: 'added', number: added, at, itemHash: '', wholeHash: '' } as const;
      return { field, text, original: null, level, worded: false, outdated: false, own: !hasReference(text), removed };
    }
    const { position, hash, markdown, itemHash, wholeHash } = point;
    const override = overrides?.points.find((one) => one.position === position);
    const text = override?.text ?? markdown;
    return {
      field: { kind: 'point', position, hash, markdown, at, itemHash, wholeHash },
      text,
      original: markdown,
      level,
      worded: override !== undefined,
      outdated: override !== undefined && override.hash !== hash,
      own: !hasReference(text),
      removed,
    };
  });
  return [simple('headline', topic.heading), simple('summary', topic.summary?.markdown ?? null), ...points, simple('notes', topic.notes)];
}

/** How far words on a slide may go beyond a line's own: a part number, the mark of an own line. */
const TAIL = 24;

/** Words to compare, without the marks of direction that layout adds to lines of two directions. */
function squeeze(text: string): string {
  return text
    .replace(/[\u200E\u200F\u061C]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The line that a slide's paragraph shows, by its words; null: none that can be edited here. */
export function lineWith(lines: readonly Line[], shown: string): Line | null {
  const words = squeeze(shown);
  const texts = lines
    .filter(({ field, removed }) => field.kind !== 'notes' && removed === null)
    .map((line) => ({ line, text: squeeze(plainWords(line.text)) }));
  const exact = texts.find(({ text }) => text !== '' && text === words);
  if (exact) return exact.line;
  const near = texts.find(({ text }) => text.length >= 8 && words.startsWith(text) && words.length - text.length <= TAIL);
  return near?.line ?? texts.find(({ text }) => words.length >= 20 && text.startsWith(words))?.line ?? null;
}
