import fc from 'fast-check';

/** Articles of all the syntax that people write, in six languages, with what must become of each word. */

export interface SyntaxArticle {
  readonly text: string;
  readonly language: Language;
  /** Words and numbers that must be on a slide, in the notes, among the sources or in a warning. */
  readonly words: readonly string[];
  /** What must be nowhere: words of comments. */
  readonly hidden: readonly string[];
  /** Values of its charts, by chart, series and category. */
  readonly values: readonly number[];
}

type Language = 'en' | 'de' | 'fr' | 'he' | 'ar' | 'zh';

/** Beginnings of words, and how a language writes 4711.5. */
const LANGUAGES: Readonly<Record<Language, { readonly words: readonly string[]; readonly number: (value: number) => string }>> = {
  en: { words: ['harbour', 'lock', 'Ferry', 'quay'], number: grouped(',', '.') },
  de: { words: ['Schleuse', 'Hafen', 'Fähre', 'Größe'], number: grouped('.', ',') },
  fr: { words: ['écluse', 'port', 'Bac', 'quai'], number: grouped('\u202F', ',') },
  he: { words: ['נמל', 'מעבורת', 'רציף', 'סכר'], number: grouped(',', '.') },
  ar: { words: ['ميناء', 'عبارة', 'رصيف', 'سد'], number: grouped(',', '.') },
  zh: { words: ['港口', '渡轮', '码头', '船闸'], number: grouped(',', '.') },
};

function grouped(group: string, decimal: string): (value: number) => string {
  return (value) => {
    const [whole = '', part] = String(value).split('.');
    const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
    return part === undefined ? groups : `${groups}${decimal}${part}`;
  };
}

/** What a piece of text is, and the words in it that must arrive. */
interface Piece {
  readonly text: string;
  readonly words: readonly string[];
  readonly hidden?: readonly string[];
}

/** Makes words that no other place has, and numbers likewise. */
class Maker {
  readonly words: string[] = [];
  readonly hidden: string[] = [];
  readonly values: number[] = [];
  readonly below: string[] = [];
  private count = 0;
  private readonly of: (typeof LANGUAGES)[Language];

  constructor(language: Language) {
    this.of = LANGUAGES[language];
  }

  /** Letters stand for the count, so that a word stays one. */
  word(seed: number): string {
    this.count += 1;
    const letters = Array.from(String(this.count + 1000), (digit) => 'abcdefghij'.charAt(Number(digit))).join('');
    return `${this.of.words[seed % this.of.words.length] ?? ''}${letters}q`;
  }

  shown(seed: number): string {
    const word = this.word(seed);
    this.words.push(word);
    return word;
  }

  number(): { text: string; value: number } {
    this.count += 1;
    const value = this.count * 1000 + 7 + (this.count % 2) / 2;
    this.values.push(value);
    return { text: this.of.number(value), value };
  }
}

type Make = (maker: Maker, seed: number) => Piece;

const around =
  (before: string, after: string): Make =>
  (m, seed) => {
    const word = m.shown(seed);
    return { text: `${before}${word}${after}`, words: [word] };
  };

const INLINE: readonly Make[] = [
  around('', ''),
  around('**', '**'),
  around('*', '*'),
  around('~~', '~~'),
  around('<b>', '</b>'),
  around('<em>', '</em>'),
  around('`', '`'),
  around('[[page|', ']]'),
  around('[[', ']]'),
  around('[', '](https://example.org/a)'),
  around('==', '=='),
  around('<span class="x">', '</span>'),
  around('{{', '}}'),
  around('$x_{', '}$'),
  around('10<sup>6</sup> ', ''),
  around('H<sub>2</sub>O ', ''),
  around('one<br>', ''),
  around('a&nbsp;', ''),
  around('^[', ']'),
  around('[sic] ', ''),
  around('$5m to $7m ', ''),
  (m, seed) => {
    const hidden = m.word(seed);
    m.hidden.push(hidden);
    return { text: `<!-- ${hidden} -->x`, words: [], hidden: [hidden] };
  },
  (m, seed) => {
    const [word, name] = [m.shown(seed), `n${m.words.length}`];
    m.below.push(`[^${name}]: ${word}, p. 12.`);
    return { text: `claim[^${name}]`, words: [word] };
  },
  (m, seed) => {
    const [word, name] = [m.shown(seed), `r${m.words.length}`];
    m.below.push(`[${name}]: https://example.org/${name}`);
    return { text: `[${word}][${name}]`, words: [word] };
  },
  (m) => ({ text: m.number().text, words: [] }),
];

const line = (m: Maker, seeds: readonly number[]): string =>
  seeds.map((seed) => INLINE[seed % INLINE.length]?.(m, seed).text ?? '').join(' ');

/** A cell and a heading of a list hold no line of their own below: a break there is one in the cell. */
type Block = (m: Maker, seeds: readonly (readonly number[])[]) => string;

const at = (seeds: readonly (readonly number[])[], i: number): readonly number[] => seeds[i % seeds.length] ?? [0];
const lines = (m: Maker, seeds: readonly (readonly number[])[], mark: (i: number) => string): string =>
  seeds.map((_, i) => `${mark(i)} ${line(m, at(seeds, i))}`).join('\n');

const BLOCKS: readonly Block[] = [
  (m, seeds) => line(m, at(seeds, 0)),
  (m, seeds) => lines(m, seeds, () => '-'),
  (m, seeds) => lines(m, seeds, (i) => `${i + 4}.`),
  (m, seeds) => lines(m, seeds, (i) => `- [${i % 2 === 0 ? 'x' : ' '}]`),
  (m, seeds) => `- ${line(m, at(seeds, 0))}\n\n  ${line(m, at(seeds, 1))}\n  1. ${line(m, at(seeds, 2))}\n     - ${line(m, at(seeds, 3))}`,
  (m, seeds) => `> ${m.shown(0)} ${line(m, at(seeds, 0))}\n> — ${m.shown(1)}, ${m.shown(2)}`,
  (m, seeds) => `> [!note] ${m.shown(3)}\n> ${line(m, at(seeds, 0))}`,
  (m, seeds) =>
    `| ${line(m, at(seeds, 0))} | ${m.shown(1)} |\n|---|---|\n| ${line(m, at(seeds, 1))} | ${m.shown(2)} |`.replaceAll(
      '[[page|',
      '[[page\\|',
    ),
  (m, seeds) =>
    `:::figures\n| Value | Unit | Label |\n|---|---|---|\n| ${m.number().text} | ${m.shown(0)} | ${line(m, at(seeds, 0)).replaceAll('[[page|', '[[page\\|')} |\n:::`,
  (m, seeds) =>
    `:::timeline\n| Date | Event |\n|---|---|\n| 2024-05 | ${line(m, at(seeds, 0)).replaceAll('[[page|', '[[page\\|')} |\n| ${m.shown(1)} | ${m.shown(2)} |\n:::`,
  (m) =>
    `:::chart{type=bar title="${m.shown(0)}" unit="${m.shown(1)}"}\n| x | ${m.shown(2)} | ${m.shown(3)} |\n|---|---|---|\n| ${m.shown(0)} | ${m.number().text} | ${m.number().text} |\n| ${m.shown(1)} | ${m.number().text} | |\n:::`,
  (m, seeds) => `:::notes\n${line(m, at(seeds, 0))}\n\n${lines(m, seeds, () => '-')}\n:::`,
  (m, seeds) => {
    const hidden = m.word(0);
    m.hidden.push(hidden);
    return `<!--\n- ${hidden}\n-->\n\n${line(m, at(seeds, 0))}\\\n${m.shown(2)}`;
  },
  (m, seeds) => seeds.map((_, i) => `![Map](map.png "${m.shown(i)} | ${m.shown(i + 1)}")`).join('\n'),
];

const seeds = fc.array(fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });

export const syntaxArticle: fc.Arbitrary<SyntaxArticle> = fc
  .record({
    language: fc.constantFrom('en' as const, 'de' as const, 'fr' as const, 'he' as const, 'ar' as const, 'zh' as const),
    topics: fc.array(fc.array(fc.tuple(fc.nat({ max: BLOCKS.length - 1 }), seeds), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ language, topics }) => {
    const m = new Maker(language);
    const body = topics.map((blocks, i) => {
      const texts = blocks.map(([kind, all]) => BLOCKS[kind]?.(m, all) ?? '');
      return `## ${m.shown(i)} {#t${i}}\n\n${texts.join('\n\n')}`;
    });
    const text = `---\nid: a\ntitle: ${m.shown(0)}\nlanguage: ${language}\n---\n\n${[...body, ...m.below].join('\n\n')}\n`;
    return { text, language, words: m.words, hidden: m.hidden, values: m.values };
  });
