import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLonelyWord } from '../../../src/core/layout/text/balance.ts';
import { withWholeMeasures } from '../../../src/core/layout/text/glue.ts';
import { plainText } from '../../../src/core/base/text.ts';
import { runsText } from '../../../src/core/layout/index.ts';
import type { TextBox } from '../../../src/core/layout/types.ts';
import type { Theme } from '../../../src/core/template/theme/types.ts';
import type { DeckMeta } from '../../../src/core/deck/types.ts';
import { linesOf, sceneOf, slide, text, textBox, textStyle, THEME } from '../../support/layout.ts';

const TITLE = textStyle({ font: 'heading', size: 30, minimum: 20, balance: true });
const BALANCED: Theme = { ...THEME, styles: { ...THEME.styles, title: TITLE } };

function titleOf(words: string, meta: Partial<DeckMeta> = {}, theme = BALANCED): TextBox {
  const mirrored = meta.direction === 'rtl' ? { ...theme, direction: 'rtl' as const } : theme;
  return textBox(sceneOf([slide([], { title: text(words) })], { theme: mirrored, meta }).slides[0], 'title');
}

const isLonely = (box: TextBox): boolean => hasLonelyWord(runsText(box.paragraphs[0]?.runs ?? []), box.lines);

describe('a balanced title', () => {
  it('has lines of nearly equal length, no more than it had, and its words', () => {
    const words = 'The port handles more than anyone planned for, and its harbour master says so';
    const [balanced, full] = [titleOf(words), titleOf(words, {}, THEME)];
    expect(linesOf(full)).toHaveLength(2);
    const [first = 0, second = 0] = balanced.lines.map(({ width }) => width);
    expect(balanced.lines).toHaveLength(2);
    expect(second / first).toBeGreaterThan(0.8);
    expect(balanced.inset?.left).toBe(0);
    expect(balanced.inset?.right).toBeGreaterThan(100);
    expect(balanced.frame).toEqual(full.frame);
  });

  it('keeps no word alone on the last line where two may stand there', () => {
    const all = 'Eight ships in ten that call at Lindmouth wait for the tide, and some of them wait until the following evening'.split(' ');
    const beginnings = all.map((_, end) => all.slice(0, end + 1).join(' '));
    const lonely = beginnings.filter((words) => isLonely(titleOf(words, {}, THEME)));
    expect(lonely.length).toBeGreaterThan(0);
    expect(lonely.filter((words) => isLonely(titleOf(words)))).toEqual([]);
  });

  it('stays as it is on one line, in words that must be divided, and where its style does not ask for it', () => {
    expect(titleOf('A short title').inset).toBeUndefined();
    expect(titleOf(`${'Donaudampfschifffahrtsgesellschaft'.repeat(4)} und mehr`).inset).toBeUndefined();
    expect(titleOf('The port handles more than anyone planned for, and it shows', {}, THEME).inset).toBeUndefined();
  });

  it('keeps its words from the other side where they run leftwards', () => {
    const box = titleOf('قالت الوزارة إن الميناء سيظل مفتوحا طوال فصل الشتاء رغم ارتفاع منسوب المياه في النهر', {
      direction: 'rtl',
      language: 'ar',
    });
    expect(box.lines).toHaveLength(2);
    expect(box.inset?.left).toBeGreaterThan(10);
    expect(box.inset?.right).toBe(0);
    for (const line of box.lines) expect(line.x + line.width).toBeCloseTo(box.frame.x + box.frame.width, 3);
  });

  it('balances words without spaces too', () => {
    const box = titleOf('港口今年处理的货物超过任何人的预期而且码头的扩建工程将在明年春天之前完成并投入使用', { language: 'zh' });
    const [first = 0, second = 0] = box.lines.map(({ width }) => width);
    expect(second / first).toBeGreaterThan(0.85);
  });

  it('never takes a further line, changes a word or leaves its box, whatever the words', () => {
    const word = fc.constantFrom(
      'a',
      'of',
      'port',
      'Häfen',
      'harbour',
      '7',
      'per',
      'cent',
      'million',
      'Reichweite',
      '2023',
      'May',
      'Vorsitzender',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 24 }), (drawn) => {
        const words = drawn.join(' ');
        const [balanced, full] = [titleOf(words), titleOf(words, {}, THEME)];
        const { x, width } = balanced.frame;
        return (
          (balanced.lines.length <= full.lines.length || full.lines.some((line) => line.width > width * 0.99)) &&
          runsText(balanced.paragraphs[0]?.runs ?? []).replaceAll('\u00A0', ' ') ===
            runsText(full.paragraphs[0]?.runs ?? []).replaceAll('\u00A0', ' ') &&
          balanced.lines.every((line) => line.x >= x && line.x + line.width <= x + width + 0.01) &&
          (!isLonely(balanced) || isLonely(full))
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('withWholeMeasures', () => {
  it.each([
    ['7 per cent of 12 million', 'en', '7~per~cent of 12~million'],
    ['From 31 May 2025 to November 2023, in 2023 alone', 'en', 'From 31~May~2025 to November~2023, in 2023 alone'],
    ['Ab 3. März 2024 in 14 Häfen', 'de', 'Ab 3.~März~2024 in 14~Häfen'],
    ['Version A4 beta', 'en', 'Version A4 beta'],
    ['The 21st of May, $3.2 billion, No. 5 and § 4', 'en-GB', 'The 21st~of~May, $3.2~billion, No.~5~and §~4'],
    ['No 5 says so', 'en', 'No 5~says so'],
    ['Am 21. Nov. 2023 nach § 4 Abs. 2 3,2 Mrd. Euro', 'de-AT', 'Am 21.~Nov.~2023 nach §~4~Abs.~2 3,2~Mrd. Euro'],
    ['Le 1er mars 2024, art. 5, 3,2 milliards', 'fr', 'Le 1er~mars~2024, art.~5, 3,2~milliards'],
    ['El 21 de noviembre de 2023, art. 5', 'es', 'El 21~de~noviembre de~2023, art.~5'],
    ['Em 1º de maio de 2024', 'pt-BR', 'Em 1º~de~maio de~2024'],
    ['С 21 ноября 2023 г. по ст. 5, № 7, 3,2 млрд', 'ru', 'С 21~ноября~2023~г. по ст.~5, №~7, 3,2~млрд'],
  ])('%s', (words, language, shown) => {
    expect(plainText(withWholeMeasures(text(words), language)).replaceAll('\u00A0', '~')).toBe(shown);
  });
});
