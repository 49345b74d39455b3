import { describe, expect, it } from 'vitest';
import { shortestClause } from '../../../../src/core/intake/index.ts';

const CASES: readonly (readonly [string, string, string])[] = [
  ['a connective', 'Moreover, the council has sold two of its ferries.', 'The council has sold two of its ferries.'],
  [
    'a relative clause',
    'The ferry has lost money since 2019, which surprises nobody on the island.',
    'The ferry has lost money since 2019.',
  ],
  ['an apposition', 'Pavel Odrin, a former sailor, has signed the lease for 30 years.', 'Pavel Odrin has signed the lease for 30 years.'],
  [
    'a second clause without number or hedge',
    'The port has lost 2.5 metres of depth, and the ships are waiting outside.',
    'The port has lost 2.5 metres of depth.',
  ],
  [
    'a first predicate, where number and hedge are in the second',
    'Velmora has left the pact but now appears to have gone further, with reports that it may sell up to 40 boats.',
    'Velmora now appears to have gone further, with reports that it may sell up to 40 boats.',
  ],
  ['a connective before a name with an accent', 'But Özgür Özel has sold two of its ferries.', 'Özgür Özel has sold two of its ferries.'],
  ['a bracket', 'The mill (a ruin for a century) was sold in May.', 'The mill was sold in May.'],
];

describe('the shortest clause', () => {
  it.each(CASES)('leaves out %s', (_, sentence, clause) => {
    expect(shortestClause(sentence)).toBe(clause);
  });

  it('takes no piece of a name with accents for a verb', () => {
    const sentence = 'The law firm of Letícia Souza in Brasília and Porto Alegre has been accused of fraud.';
    expect(shortestClause(sentence)).toBe(sentence);
    const report = 'A new report by the Goñi Institute in Pamplona and the University of Bilbao says that the river is clean.';
    expect(shortestClause(report)).toContain('the river is clean');
  });

  it('keeps numbers, hedges and the actor', () => {
    const sentence =
      'For example, despite the ruling, Castria is unlikely to allow the return of the 120,000 people who left, which its neighbours reportedly expected.';
    const clause = shortestClause(sentence);
    for (const word of ['Castria', 'unlikely', '120,000', 'reportedly']) expect(clause).toContain(word);
  });

  it.each([
    'Velmora and Castria have agreed on three principles.',
    'If the vote fails, the minister will resign.',
    'Although the engineers had warned of it, the council, under its mayor, spent 3 million crowns on a square.',
    'At the same time that Hallin read the charts, his assistant read the old signals.',
    'The ferry will not run, unless the union agrees.',
    'The answer is not in the capital but in the valley.',
    'He said that “the pump, which was old, had failed twice” and left.',
    'They met delegates from Tavira, Aren, and Krasta.',
  ])('leaves alone what would then say something else: %s', (sentence) => {
    expect(shortestClause(sentence)).toBe(sentence);
  });

  it('only leaves words out', () => {
    const sentence =
      'The Azure line, which opened in 1998, was closed by the state, although nobody had asked for it, and then sold for £3m.';
    const wordsOf = (text: string): string[] => Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word);
    const words = wordsOf(sentence);
    let at = 0;
    for (const word of wordsOf(shortestClause(sentence))) {
      at = words.indexOf(word, at) + 1;
      expect(at).toBeGreaterThan(0);
    }
  });

  it('takes only brackets out of other languages', () => {
    expect(shortestClause('Der Bahnhof (ein Neubau) wurde, wie man weiß, verkauft.', { language: 'de' })).toBe(
      'Der Bahnhof wurde, wie man weiß, verkauft.',
    );
  });
});
