import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSourceText } from '../../../../src/core/article/index.ts';
import { reviewWarnings } from '../../../../src/core/intake/index.ts';
import type { ReviewWarning } from '../../../../src/core/intake/types.ts';

const kinds = (warnings: readonly ReviewWarning[]): string[] => warnings.map(({ kind }) => kind);
const lost = (point: string, source: string, language = 'en'): readonly string[] =>
  reviewWarnings(point, source, { language }).flatMap((warning) => (warning.kind === 'hedge-lost' ? warning.hedges : []));

const [missiles = ''] = (parseSourceText(readFileSync('content/south-caucasus.source.txt', 'utf8')).paragraphs[14] ?? '').split(
  /(?<=Ukraine\.) /,
);

describe('a hedge that a point has lost', () => {
  it('is missed in the sample’s missiles', () => {
    expect(missiles).toContain('unconfirmed reports');
    expect(lost('Armenia will transfer 200 missiles [¶15]', missiles)).toEqual(expect.arrayContaining(['unconfirmed', 'up to']));
  });

  it('is not missed where it was kept', () => {
    expect(lost('Unconfirmed reports say Armenia plans to transfer up to 200 missiles [¶15]', missiles)).toEqual([]);
  });

  it('is not missed in a point on another clause of the sentence', () => {
    expect(lost('Armenia has in effect left the Collective Security Treaty Organization [¶15]', missiles)).toEqual([]);
  });

  const HEDGED: readonly (readonly [string, string])[] = [
    ['The minister reportedly offered the union two more weeks of leave.', 'The minister offered the union two more weeks of leave.'],
    ['Prices may fall again before the harvest.', 'Prices will fall again before the harvest.'],
    ['The company is said to owe its suppliers nine million crowns.', 'The company owes its suppliers nine million crowns.'],
    ['According to two drivers, the bridge was closed before the flood.', 'The bridge was closed before the flood.'],
    ['The general allegedly sold fuel from the army’s own stores.', 'The general sold fuel from the army’s stores.'],
    ['The new dam could leave the lower valley dry in August.', 'The new dam leaves the lower valley dry in August.'],
    ['The fund plans to buy the harbour if parliament agrees.', 'The fund buys the harbour.'],
    ['At least 40 villages have been without power since Monday.', '40 villages have been without power since 3 May 2024.'],
    ['The opposition claims that the count was stopped twice.', 'The count was stopped twice.'],
    ['It is unlikely that the court will hear the case this spring.', 'The court will hear the case in spring 2024.'],
    ['Die Regierung hat den Vertrag angeblich schon im März unterschrieben.', 'Die Regierung hat den Vertrag im März unterschrieben.'],
    ['По неподтверждённым данным, завод остановили в июле.', 'Завод остановили в июле.'],
  ];

  it.each(HEDGED)('is missed: %s', (source, point) => {
    const language = source.startsWith('Die') ? 'de' : source.startsWith('По') ? 'ru' : 'en';
    expect(lost(point, source, language)).not.toEqual([]);
  });

  const PLAIN: readonly (readonly [string, string])[] = [
    ['The council voted for the charge on 26 September by 19 votes to 16.', 'The council approved the charge by 19 votes to 16.'],
    ['Theresa May visited the town in May and spoke for an hour.', 'Theresa May spoke in the town for an hour.'],
    ['The railway is 612 kilometres long, and forty of them are missing.', 'Forty of the railway’s 612 kilometres are missing.'],
    ['Two of the four terminals were shut in 2019.', 'Two terminals closed in 2019.'],
    ['The wall was built in 1887 from 9,000 blocks of granite.', 'The wall of 1887 has 9,000 granite blocks.'],
    ['Parents refused the offer because the link fails every day.', 'Parents refused: the link fails daily.'],
    ['The museum, which opened in 1998, was sold to the city last June.', 'The city bought the museum, open since 1998.'],
    ['Farmers sold 61% of their harvest below cost in 2022.', 'In 2022 farmers sold 61% of the harvest below cost.'],
    ['A judge read the decision to an empty room.', 'The decision was read to an empty room.'],
    ['The ferry takes 36 cars and leaves every hour.', 'Each hour the ferry takes 36 cars.'],
  ];

  it.each(PLAIN)('is not missed in a plain sentence: %s', (source, point) => {
    expect(kinds(reviewWarnings(point, source))).toEqual([]);
  });
});

describe('a point', () => {
  it('is too long for a slide beyond 25 words', () => {
    const words = (n: number): string => Array.from({ length: n }, (_, index) => `word${index}`).join(' ');
    expect(reviewWarnings(`${words(26)} [¶1]`, '')).toContainEqual({ kind: 'too-long', words: 26, allowed: 25 });
    expect(kinds(reviewWarnings(words(25), ''))).toEqual([]);
  });

  it('repeats its source word for word', () => {
    const source = 'Dredging is the first open question of the lease, and nobody has named a price for it.';
    expect(kinds(reviewWarnings('Dredging is the first open question of the lease.', source))).toContain('verbatim');
    expect(kinds(reviewWarnings('“Dredging is the first open question of the lease.”', source))).toEqual([]);
    expect(kinds(reviewWarnings('Who pays for dredging is open.', source))).toEqual([]);
  });

  it('says when, and not only recently', () => {
    const source = 'The port was sold recently.';
    expect(reviewWarnings('The port has recently changed hands.', source)).toContainEqual({ kind: 'date-vague', words: 'recently' });
    expect(kinds(reviewWarnings('The port has recently changed hands, in May 2024.', source))).toEqual([]);
    expect(kinds(reviewWarnings('Le port a récemment changé de mains.', source, { language: 'fr' }))).toContain('date-vague');
  });

  it('has no number that its source lacks', () => {
    const source = 'Some 1,400 dockers work in Aren.';
    expect(reviewWarnings('About 1,500 dockers work there.', source)).toContainEqual({ kind: 'number-unsourced', number: 'About 1,500' });
    expect(kinds(reviewWarnings('About 1,400 dockers work there.', source))).toEqual([]);
  });
});
