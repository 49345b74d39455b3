import { describe, expect, it } from 'vitest';
import { dateRules } from '../../../../src/core/intake/dates/rules.ts';
import { MONTH_LANGUAGES } from '../../../../src/core/intake/words/months.ts';
import { ingest } from '../../../../src/core/intake/index.ts';
import { FIXTURE_SETS, loadFixtures } from '../../../support/intake/fixtures.ts';

/** One for each kind of date that a rule is for. */
const WRITTEN = [
  'It opened on 2023-11-20, and on 2023/11/20 and 2023.11.20.',
  '会议于2023年11月20日举行，11月21日结束。 2023년 11월 20일에 열렸다.',
  'It was signed on 20/11/2023 and 20.11.2023.',
  'On 20 November 2023, November 20, 2023 and 20 November; on November 20 it rained. In November 2023, in 2023 November, in May.',
  'In the 1990s, the first half of 2023, Q3 2023, in spring 2023 and last summer.',
  'Three weeks ago, last month, YESTERDAY, in recent weeks and the past few years, on Monday.',
  'It has stood since 2019. It happened yeſterday, the laſt ſummer, in the 1990ſ.',
];

describe('date rules', () => {
  it('are never held back by the first look where they match, in any language, in what the fixtures say', async () => {
    const texts = [...WRITTEN];
    for (const set of FIXTURE_SETS) {
      for (const { bytes, file } of loadFixtures(set)) {
        const draft = (await ingest(bytes, { name: file })).value;
        texts.push(...(draft?.blocks.map((block) => block.text) ?? []));
      }
    }
    const held: string[] = [];
    const matches = new Map<string, number>();
    for (const language of MONTH_LANGUAGES) {
      dateRules(language, 'dmy').forEach(({ matches: found, maybe }, index) => {
        for (const text of texts) {
          if ([...found(text)].length === 0) continue;
          const rule = `${language} ${index}`;
          matches.set(rule, (matches.get(rule) ?? 0) + 1);
          if (!maybe(text)) held.push(`${rule}: ${text}`);
        }
      });
    }
    expect(held).toEqual([]);
    const english = dateRules('en', 'dmy').map((_, index) => matches.get(`en ${index}`) ?? 0);
    expect(english.filter((count) => count === 0)).toEqual([]);
  });

  it('look at a long text in time that its length alone decides', () => {
    const pairs = (count: number): number => {
      const text = 'last recent '.repeat(count);
      let steps = 0;
      // A look that goes to the end from each of them takes minutes, and so more than any test may.
      for (const { maybe } of dateRules('en', 'dmy')) steps += maybe(text) ? 1 : 0;
      return steps;
    };
    expect(pairs(150_000)).toBe(0);
  });

  it('are mostly spared a sentence without a date', () => {
    const tried = dateRules('en', 'dmy').filter(({ maybe }) => maybe('Its 40 members met in a hall that holds 1200 people.'));
    expect(tried).toHaveLength(1);
  });
});
