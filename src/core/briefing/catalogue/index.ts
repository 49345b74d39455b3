import type { Words } from '../words.ts';
import { GERMANIC } from './germanic.ts';
import { OTHER } from './other.ts';
import { ROMANCE } from './romance.ts';
import { SLAVIC } from './slavic.ts';

const CATALOGUE: Readonly<Record<string, Words>> = { ...GERMANIC, ...ROMANCE, ...SLAVIC, ...OTHER };

/** The languages that have words of their own, by their shortest tag. */
export const LANGUAGES = Object.keys(CATALOGUE);

/** Norwegian is written `no`, `nb` or `nn`. */
const WRITTEN_AS: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' };

/** Of a BCP 47 tag, the language that Lectern's own words are in: `fr-CA` → `fr`; English where there are none. */
export function wordLanguage(tag: string): string {
  const [language = ''] = tag.toLowerCase().split('-');
  const known = WRITTEN_AS[language] ?? language;
  return Object.hasOwn(CATALOGUE, known) ? known : 'en';
}

/** Lectern's own words for a BCP 47 tag. */
export function wordsFor(language: string): Words {
  return CATALOGUE[wordLanguage(language)] ?? GERMANIC.en;
}
