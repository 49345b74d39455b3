import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { unwrap } from '../../../src/core/base/errors.ts';
import { checkClaims } from '../../../src/core/claims/index.ts';
import { tokensOf } from '../../../src/core/claims/tokens.ts';
import { random } from '../../support/claims/seed.ts';

const PIECES = [
  ...[
    '12',
    '1.650',
    '80,300',
    '٣٥',
    '2023',
    '2019–21',
    '1990s',
    '10:30',
    '3+3',
    'SS-21',
    '½',
    '5m',
    '$',
    '€',
    '%',
    '百分之十',
    '186亿元',
    '2023年9月',
    '.',
    ',',
    ' ',
  ],
  ...[
    'about ',
    'more than ',
    'hundreds of ',
    'two thirds',
    'one hundred and five',
    'vingt et un',
    'achtundsechzig',
    'двадцать один',
    'last year',
    'on Sunday',
  ],
  ...[
    'Nikol Pashinyan',
    'the ',
    'U.S.',
    '(CSTO)',
    'resigned ',
    '“',
    '”',
    '«',
    '»',
    '…',
    '[the]',
    '’s',
    '-',
    '\u{1F600}',
    '\u0301',
    'é',
    'ß',
    '中',
    'ا',
    '\n',
  ],
];

describe('any line and any source', () => {
  it.each(['en', 'de', 'fr', 'es', 'it', 'ru', 'ar', 'zh', 'xx', 'de-CH', 'en-IN'])('are read without fail in %s', (language) => {
    const next = random(7);
    const any = (): string =>
      Array.from({ length: 30 }, () => PIECES[Math.floor(next() * PIECES.length)] ?? '')
        .join('')
        .replaceAll('\n', ' ');
    for (let round = 0; round < 40; round++) {
      const source = { paragraphs: [any() || 'x', any() || 'x'] };
      const text = `---\ntitle: T\nlanguage: ${language}\npublished: 2024-06-15\n---\n\n## T {#t}\n\nLine ${any().replaceAll('[', '').trim()} [¶1, ¶2]\n`;
      const { value } = parseArticle(text, { file: 'a.md', source });
      if (value === null) continue;
      for (const { place, severity } of checkClaims({ article: value, source, file: 'a.md', text })) {
        expect(severity).toBe('warning');
        expect(place?.line).toBeGreaterThan(0);
      }
    }
  });

  it('come apart into tokens that stand where they say', () => {
    const text = PIECES.join('');
    for (const { text: own, start, end } of tokensOf(text)) expect(text.slice(start, end)).toBe(own);
  });
});

describe('long texts', () => {
  /** A pattern that goes back over a text again and again would take hours at this length, and not a second. */
  it.each([
    ['digits', '1'],
    ['groups of digits', '123 '],
    ['signs', '-'],
    ['letters', 'a'],
    ['names', 'Aa '],
    ['number words', 'twenty '],
    ['opened quotations', '“a '],
    ['commas', 'a, '],
    ['full stops', 'a. '],
    ['Chinese numbers', '一'],
  ])('of %s alone are read in one go', (_, piece) => {
    const long = piece.repeat(Math.ceil(100_000 / piece.length)).trim();
    const source = { paragraphs: [long] };
    const text = `---\ntitle: T\npublished: 2024\n---\n\n## T\n\nIt sold 80,300 in 2019 to Marek Tolvane. [¶1]\n`;
    const article = unwrap(parseArticle(text, { file: 'a.md', source }));
    expect(checkClaims({ article, source, file: 'a.md', text }).length).toBeGreaterThan(0);
  });
});
