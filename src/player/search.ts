import type { Slide } from './deck.ts';

/** Words as they are compared: without case and accents, with single spaces. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').toLowerCase().trim();
}

/** Words around the place where they were found. */
function around(text: string, wanted: string): string {
  const at = text.toLowerCase().indexOf(wanted);
  const from = text.lastIndexOf(' ', Math.max(0, at - 30)) + 1;
  const to = text.indexOf(' ', at + wanted.length + 40);
  return `${from > 0 ? '… ' : ''}${to < 0 ? text.slice(from) : `${text.slice(from, to)} …`}`;
}

export interface Entry {
  readonly slide: Pick<Slide, 'index' | 'title'>;
  /** What stands on it, and in its notes where they may be shown. */
  readonly texts: readonly string[];
}

export interface Found {
  readonly slide: Entry['slide'];
  /** The words around what was found, where it is not in the title. */
  readonly words: string;
}

/** Slides that match, the best first: by number, by the beginning of a title or of one of its words, by letters of it, by other words. */
export function find(entries: readonly Entry[], text: string): Found[] {
  const wanted = folded(text);
  const ranked = entries.flatMap(({ slide, texts }) => {
    const title = folded(slide.title);
    const place = wanted === String(slide.index + 1) ? 0 : title.startsWith(wanted) ? 1 : ` ${title}`.includes(` ${wanted}`) ? 2 : 3;
    if (place < 3 || title.includes(wanted)) return [{ slide, words: '', place }];
    const inside = texts.find((words) => folded(words).includes(wanted));
    return inside === undefined ? [] : [{ slide, words: around(inside, wanted), place: 4 }];
  });
  return ranked.sort((a, b) => a.place - b.place);
}
