/** Scripts with the language that words in them are in when the deck's own language is written otherwise. */
const SCRIPTS: readonly { readonly script: string; readonly pattern: RegExp; readonly language: string }[] = [
  { script: 'Arab', pattern: /\p{Script=Arabic}/u, language: 'ar-SA' },
  { script: 'Hebr', pattern: /\p{Script=Hebrew}/u, language: 'he-IL' },
  { script: 'Kana', pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, language: 'ja-JP' },
  { script: 'Kore', pattern: /\p{Script=Hangul}/u, language: 'ko-KR' },
  { script: 'Hans', pattern: /\p{Script=Han}/u, language: 'zh-CN' },
  { script: 'Cyrl', pattern: /\p{Script=Cyrillic}/u, language: 'ru-RU' },
  { script: 'Grek', pattern: /\p{Script=Greek}/u, language: 'el-GR' },
  { script: 'Armn', pattern: /\p{Script=Armenian}/u, language: 'hy-AM' },
  { script: 'Geor', pattern: /\p{Script=Georgian}/u, language: 'ka-GE' },
  { script: 'Deva', pattern: /\p{Script=Devanagari}/u, language: 'hi-IN' },
  { script: 'Thai', pattern: /\p{Script=Thai}/u, language: 'th-TH' },
  { script: 'Latn', pattern: /\p{Script=Latin}/u, language: 'en-US' },
];

/** Scripts that a language's own words are written in, beyond the one its locale names. */
const ALSO: Readonly<Record<string, readonly string[]>> = { Jpan: ['Kana', 'Hans'], Kore: ['Hans'], Hant: ['Hans'] };

/** Basic Latin, Latin-1, Latin Extended A and B, general punctuation, currency and arrows: most text, decided at once. */
const PLAIN_LATIN = /^[\t -\u024F\u2000-\u21FF]*$/;

/** Words in one language. */
export interface Stretch {
  readonly text: string;
  readonly language: string;
}

function scriptOf(character: string): string | null {
  return SCRIPTS.find(({ pattern }) => pattern.test(character))?.script ?? null;
}

/** Divides text by language; one object a deck, since it knows the deck's own. */
export class Languages {
  /** With its region, as Office names languages: `en` is `en-US`. */
  readonly deck: string;
  readonly #own: ReadonlySet<string>;

  constructor(tag: string) {
    let locale: Intl.Locale;
    try {
      locale = new Intl.Locale(tag).maximize();
    } catch {
      locale = new Intl.Locale('en').maximize();
    }
    const script = locale.script ?? 'Latn';
    this.deck = locale.region === undefined ? locale.language : `${locale.language}-${locale.region}`;
    this.#own = new Set([script, ...(ALSO[script] ?? [])]);
  }

  /** Stretches of one language each. What belongs to no script (spaces, digits, marks) goes with what stands before it. */
  divide(text: string): Stretch[] {
    if (text === '') return [];
    if (this.#own.has('Latn') && PLAIN_LATIN.test(text)) return [{ text, language: this.deck }];
    const stretches: { text: string; language: string | null }[] = [];
    for (const character of text) {
      const script = scriptOf(character);
      const language = script === null ? null : this.#languageOf(script);
      const last = stretches.at(-1);
      if (last && (language === null || last.language === null || last.language === language)) {
        last.text += character;
        last.language ??= language;
      } else stretches.push({ text: character, language });
    }
    return stretches.map((s) => ({ text: s.text, language: s.language ?? this.deck }));
  }

  #languageOf(script: string): string {
    if (this.#own.has(script)) return this.deck;
    return SCRIPTS.find((entry) => entry.script === script)?.language ?? this.deck;
  }
}
