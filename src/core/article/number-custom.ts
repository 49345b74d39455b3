import { guessLanguage } from '../language/index.ts';
import { conventionOf, DIVIDED, markShown, type Custom, type Mark } from '../numbers/index.ts';

/** A text must be in a language by this share of its words; English words strewn through Finnish make a twentieth. */
const LEAST_SHARE = 0.2;
const LEAST_CONFIDENCE = 0.8;

/** The decimal mark of the language that a text is clearly in; null where it is not clear, or its regions differ. */
function markOfLanguage(text: string): Mark | null {
  const guess = guessLanguage(text);
  if (!guess || guess.share < LEAST_SHARE || guess.confidence < LEAST_CONFIDENCE || DIVIDED.has(guess.language)) return null;
  return conventionOf(guess.language)?.decimal ?? null;
}

function hintOf(text: string): Mark | null {
  const marks = new Set([markShown(text), markOfLanguage(text)].flatMap((mark) => mark ?? []));
  return marks.size === 1 ? ([...marks][0] ?? null) : null;
}

/** How an article's numbers are meant: by the language that it names, else by its other numbers and its words, where they agree. */
export function customOf(language: string | null, text: string): Custom {
  let known: { readonly mark: Mark | null } | null = null;
  return { language, hint: () => (known ??= { mark: hintOf(text) }).mark };
}
