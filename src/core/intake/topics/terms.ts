import { foldedWords } from '../words/fold.ts';
import { stopwordsOf } from '../../language/index.ts';

/** The words of a text that carry its subject: no stopwords, no numbers, plurals folded. For scripts without spaces pairs of characters. */
export function termsOf(text: string, language: string): string[] {
  const stopwords = stopwordsOf(language);
  const words = foldedWords(text);
  if (/^(?:zh|ja)/.test(language))
    return words.slice(1).flatMap((word, index) => (/^\p{L}$/u.test(word) ? [`${words[index] ?? ''}${word}`] : [word]));
  return words.filter((word) => word.length > 2 && !/^\d/.test(word) && !stopwords.has(word)).map(stem);
}

/** As much of a stemmer as telling repeated words needs. */
export function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /[^s]s$/.test(word) && !/(?:us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** How telling each term is: rare among the parts, and so of those parts' own subject. */
export function inverseFrequencies(parts: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) for (const term of new Set(part)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, Math.log((parts.length + 1) / (count + 0.5))]));
}
