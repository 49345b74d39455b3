import { wordLanguage } from '../index.ts';
import { COPIES } from './copies.ts';
import { NOTES } from './notes.ts';

const LABELS = { ...COPIES, ...NOTES };

/** Lectern's own words on the page that opens a hand-over. */
export type HandoverWords = Readonly<Record<keyof typeof LABELS, string>>;

/** In the language of a BCP 47 tag; English where there are none. */
export function handoverWordsFor(language: string): HandoverWords {
  const tag = wordLanguage(language) as keyof (typeof LABELS)['to'];
  return Object.fromEntries(Object.entries(LABELS).map(([label, byLanguage]) => [label, byLanguage[tag]])) as HandoverWords;
}
