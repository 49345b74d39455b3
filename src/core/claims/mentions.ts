import { readerOf, said } from './evidence.ts';
import { hasCapitalNouns } from './names/mentions.ts';

/** A number, date or name in a text. UTF-16 offsets, `end` behind its last character. */
export interface Mention {
  readonly kind: 'number' | 'date' | 'name';
  readonly start: number;
  readonly end: number;
}

/**
 * Reads texts of one language (a BCP 47 tag) for their numbers, dates and names, in order, none within another. Where all nouns
 * have capitals, and at the beginning of a sentence, one word alone is no name.
 */
export function mentionReader(language: string): (text: string) => Mention[] {
  const reader = readerOf(language);
  return (text) => {
    const { dated, numbers, runs } = said(text, reader);
    const found: Mention[] = [
      ...dated().dates.map(({ start, end }): Mention => ({ kind: 'date', start, end })),
      ...numbers()
        .filter(({ kind }) => kind !== 'vague')
        .map(({ start, end }): Mention => ({ kind: 'number', start, end })),
      ...runs().flatMap(({ whole, tokens, initial }): Mention[] => {
        const [first, last] = [whole[0], whole.at(-1)];
        const isDoubtful = tokens.length === 1 && (initial || hasCapitalNouns(language));
        return first && last && !isDoubtful ? [{ kind: 'name', start: first.start, end: last.end }] : [];
      }),
    ];
    let end = 0;
    return found
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .filter((mention) => {
        if (mention.start < end) return false;
        ({ end } = mention);
        return true;
      });
  };
}
