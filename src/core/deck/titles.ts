import { markBetween, type Direction } from '../base/bidi.ts';
import { plainText, type Run } from '../base/text.ts';

export interface TitledSlide {
  readonly title: readonly Run[];
  readonly kind: string;
}

/** One line, one space: what two titles are compared by. */
function comparable(title: readonly Run[]): string {
  return plainText(title).replace(/\s+/g, ' ');
}

/** A word as it stands behind a colon: small, but for German nouns. */
function midSentence(word: string, language: string): string {
  return /^de\b/i.test(language) ? word : word.charAt(0).toLowerCase() + word.slice(1);
}

/**
 * Titles made unique, as PowerPoint's accessibility checker asks: a title that came before gets the word for its
 * slide's kind ("…: quotation") where there is one, and then a number.
 */
export function uniqueTitles(
  slides: readonly TitledSlide[],
  kindWords: Readonly<Record<string, string>>,
  { language, direction }: { readonly language: string; readonly direction: Direction },
): (readonly Run[])[] {
  const taken = new Set<string>();
  return slides.map(({ title, kind }) => {
    const base = comparable(title);
    const word = Object.hasOwn(kindWords, kind) ? kindWords[kind] : undefined;
    const endings = ['', ...(word ? [`: ${midSentence(word, language)}`] : [])];
    let ending = endings.find((candidate) => !taken.has(base + candidate));
    for (let number = 2; ending === undefined; number++) if (!taken.has(`${base} (${number})`)) ending = ` (${number})`;
    taken.add(base + ending);
    return ending === '' ? title : [...title, { text: markBetween(base, ending, direction) + ending }];
  });
}
