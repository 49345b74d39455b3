import { STOPWORDS } from './stopwords.ts';

export interface LanguageGuess {
  /** A primary language tag. */
  readonly language: string;
  readonly confidence: number;
  /** Share of the text's words that are the language's commonest; 1 where its script alone tells. Prose of a known language has 0.2 and more. */
  readonly share: number;
}

/** Scripts that one language writes nearly alone. Persian is told from Arabic by letters that Arabic lacks. */
const SCRIPTS: readonly { readonly language: string; readonly letters: RegExp }[] = [
  { language: 'ja', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { language: 'ko', letters: /\p{Script=Hangul}/gu },
  { language: 'zh', letters: /\p{Script=Han}/gu },
  { language: 'fa', letters: /[پچژگ]/gu },
  { language: 'ar', letters: /\p{Script=Arabic}/gu },
  { language: 'he', letters: /\p{Script=Hebrew}/gu },
  { language: 'el', letters: /\p{Script=Greek}/gu },
  { language: 'ka', letters: /\p{Script=Georgian}/gu },
  { language: 'hy', letters: /\p{Script=Armenian}/gu },
  { language: 'hi', letters: /\p{Script=Devanagari}/gu },
  { language: 'th', letters: /\p{Script=Thai}/gu },
];
/** A share of letters that decides; Japanese mixes its own letters with Chinese ones, Persian's four are rare. */
const SHARES: Readonly<Record<string, number>> = { ja: 0.1, fa: 0.015 };
const SHARE = 0.4;
/** From this share on no other script is looked for. */
const MOSTLY_LATIN = 0.95;
const SAMPLE = 20_000;

/** As articles write a language (docs/content-format.md); `Intl` allows more, and throws at the rest. */
const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;

/** A language that a page names, as a BCP 47 tag (`bn_BD`: `bn-BD`); null where it is none. */
export function languageTag(named: string): string | null {
  const tag = named
    .trim()
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-');
  try {
    return TAG.test(tag) ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** The language of a text by its script, then by its commonest words; null for too little text. */
export function guessLanguage(text: string): LanguageGuess | null {
  const sample = text.slice(0, SAMPLE);
  const own = sample.replace(/\P{L}+/gu, '');
  const letters = own.length;
  if (letters < 20) return null;
  const latin = own.replace(/[^A-Za-z\u00C0-\u024F]+/g, '').length;
  const script =
    latin >= letters * MOSTLY_LATIN
      ? undefined
      : SCRIPTS.find(({ language, letters: own }) => (sample.match(own)?.length ?? 0) > letters * (SHARES[language] ?? SHARE));
  if (script) return { language: script.language, confidence: 0.95, share: 1 };
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const scores = Object.entries(STOPWORDS)
    .map(([language, stopwords]) => ({ language, hits: words.filter((word) => stopwords.has(word)).length }))
    .sort((a, b) => b.hits - a.hits);
  const [best, second] = scores;
  if (!best || best.hits < 3) return null;
  const lead = (best.hits - (second?.hits ?? 0)) / best.hits;
  const confidence = Math.min(0.97, 0.5 + lead + Math.min(0.2, best.hits / 200));
  return { language: best.language, confidence, share: best.hits / words.length };
}
