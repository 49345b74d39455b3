import { describe, expect, it } from 'vitest';
import { plainText, refsOf } from '../../../src/core/base/text.ts';
import type { Brief } from '../../../src/core/brief/types.ts';
import { briefFrom, manyTopics } from '../../support/brief.ts';
import { DECK_LANGUAGES, languageDeck } from '../../support/language-decks.ts';

const ARTICLE = `---
title: The port
published: 2025-05-12
authors: [Ana Ruiz]
publisher: The Port Review
url: https://example.org/port
disclaimer: These are the author’s views.
---

## The quay is full {#quay}

Ships wait for two days. The board says that nothing can be done. [¶2]

- The cranes are old. [¶3]

:::figures
| Value | Unit | Label |
|---|---|---|
| 140 | days | on which the quay is full [¶4] |
| **6** | hours | average wait |
:::

:::timeline
| Date | Event |
|---|---|
| 2020 | The quay was built. |
| 2024-06 | The quay was full for the first time. [¶5] |
:::

## Alone {#alone}

- The barges wait longer than ships do. [¶9]
- Nobody counts them.
`;

const BRIEFING = `title: "The port: what to decide"
subtitle: For Monday
audience: The minister
presenter: Planning staff
date: 2025-06-02
mark: INTERNAL
language: en-GB
template: policy-brief
items:
  - topic: a/quay
    depth: full
  - topic: a/alone
  - own: Two questions
    id: ask
    body: |
      What we have to settle.

      1. Who pays?
      2. When do we begin?
`;

/** Every text of a brief that may refer to sources. */
const textsOf = ({ topics, figures, dates }: Brief) => [
  ...topics.flatMap(({ headline, text, points }) => [headline, text ?? [], ...points.map(({ runs }) => runs)]),
  ...figures.map(({ label }) => label),
  ...dates.map(({ runs }) => runs),
];

describe('a brief', () => {
  it('has the deck’s titles, summaries, figures, dates and sources, by the deck’s numbers', async () => {
    const { brief, view, problems } = await briefFrom({ articles: [ARTICLE], briefing: BRIEFING });
    expect(problems).toEqual([]);
    expect([brief.title, brief.subtitle, brief.facts, brief.mark, brief.stamp]).toEqual([
      'The port: what to decide',
      'For Monday',
      'The minister · Planning staff · Ana Ruiz, The Port Review, 12 May 2025 · 2 June 2025',
      'INTERNAL',
      view.deck.stamp,
    ]);
    const said = brief.topics.map(({ headline, text, points, own }) => ({
      headline: plainText(headline),
      text: text && plainText(text),
      points: points.map(({ runs, number }) => `${number ?? ''} ${plainText(runs)}`),
      own,
    }));
    expect(said).toEqual([
      {
        headline: 'The quay is full',
        text: 'Ships wait for two days. The board says that nothing can be done.',
        points: [],
        own: false,
      },
      { headline: 'Alone', text: 'The barges wait longer than ships do.', points: [], own: false },
      { headline: 'Two questions', text: 'What we have to settle.', points: ['1 Who pays?', '2 When do we begin?'], own: true },
    ]);
    expect(brief.figures.map(({ value, unit, label }) => [value, unit, plainText(label)])).toEqual([
      ['140', 'days', 'on which the quay is full'],
      ['6', 'hours', 'average wait'],
    ]);
    expect(brief.dates.map(({ date, runs }) => [date, plainText(runs)])).toEqual([
      ['2020', 'The quay was built.'],
      ['June 2024', 'The quay was full for the first time.'],
    ]);
    const numbers = [...new Set(textsOf(brief).flatMap(refsOf))].sort();
    const line = brief.sources.map(({ parts }) => parts.map(({ text }) => text).join(''));
    expect(line).toEqual([
      `Ana Ruiz, The port, The Port Review, 12 May 2025, https://example.org/port – ${numbers
        .map((number) => `[${number}]\u00A0¶\u00A0${view.sources[number - 1]?.paragraph ?? ''}`)
        .join(' · ')}`,
    ]);
    expect(brief.disclaimers).toEqual(['These are the author’s views.']);
  });

  it('lists the sources that it refers to and no others, and each number once', async () => {
    for (const language of DECK_LANGUAGES) {
      const { brief } = await briefFrom(languageDeck(language));
      const referred = [...new Set(textsOf(brief).flatMap(refsOf))].sort((a, b) => a - b);
      const listed = brief.sources.flatMap(({ parts }) => parts.flatMap(({ number }) => number ?? []));
      expect([...listed].sort((a, b) => a - b)).toEqual(referred);
    }
  });

  it('is the same for the audience: it has neither notes nor excerpts', async () => {
    const deck = { articles: [ARTICLE], briefing: BRIEFING };
    const [one, other] = [await briefFrom(deck), await briefFrom({ ...deck, forPresenter: false })];
    expect(other.brief).toEqual(one.brief);
  });

  it('sets type smaller before it leaves anything out', async () => {
    const [few, more] = [await briefFrom({ articles: [manyTopics(4, 1)] }), await briefFrom({ articles: [manyTopics(19, 2)] })];
    expect(few.brief.look.scale).toBe(1);
    expect([more.brief.look.scale < 1, more.problems]).toEqual([true, []]);
  });

  it('says of each topic what it has of it, in the order of the deck, with its place in the briefing', async () => {
    const { brief, problems, view } = await briefFrom({ articles: [manyTopics(30, 6)] });
    const short = problems.filter(({ code }) => code === 'brief/shortened');
    expect(brief.topics).toHaveLength(30);
    expect(short.map(({ place }) => place?.field)).toEqual(view.items.map((_, at) => `items[${at}]`));
    const alone = brief.topics.filter(({ text }) => text === null).length;
    expect(short.filter(({ message }) => message.includes('headline alone'))).toHaveLength(alone);
    expect(short.filter(({ message }) => message.includes('first sentence'))).toHaveLength(30 - alone);
    expect(brief.topics.flatMap(({ text }) => (text ? [plainText(text)] : []))).toEqual(
      Array.from({ length: 30 - alone }, () => 'The harbour board counts its boxes for the 1th day.'),
    );
  });

  it('leaves out the last topics of a deck whose headlines alone are too many, and names each', async () => {
    const { brief, problems } = await briefFrom({ articles: [manyTopics(90, 1)] });
    const gone = problems.filter(({ code }) => code === 'brief/left-out');
    expect(brief.topics.length + gone.length).toBe(90);
    expect(gone.map(({ place }) => place?.field)).toEqual(
      Array.from({ length: gone.length }, (_, at) => `items[${brief.topics.length + at}]`),
    );
  });

  it('keeps figures that are marked and the latest dates where there are too many, in their order, and says how many', async () => {
    const rows = (count: number, row: (at: number) => string) => Array.from({ length: count }, (_, at) => row(at)).join('\n');
    const article = `---\ntitle: Numbers\n---\n\n## Many {#many}\n\n:::figures\n| Value | Unit | Label |\n|---|---|---|\n${rows(40, (at) => `| ${at === 39 ? '**999**' : at} | ships | of the ${at + 1}th pier in the long row of piers |`)}\n:::\n\n:::timeline\n| Date | Event |\n|---|---|\n${rows(40, (at) => `| ${1980 + at} | Pier ${at + 1} was built. |`)}\n:::\n`;
    const { brief, problems } = await briefFrom({ articles: [article] });
    expect(problems.map(({ code, received }) => [code, received])).toEqual([
      ['brief/left-out', '40 figures'],
      ['brief/left-out', '40 dates'],
    ]);
    expect(brief.figures.at(-1)?.value).toBe('999');
    expect(brief.figures[0]?.value).toBe('0');
    expect(brief.dates.at(-1)?.date).toBe('2019');
    expect(brief.dates.map(({ date }) => Number(date))).toEqual(brief.dates.map((_, at) => 2020 - brief.dates.length + at));
  });

  it('is on the paper of its region', async () => {
    const paper = async (language: string) =>
      (await briefFrom({ articles: [manyTopics(1, 1, `language: ${language}\n`)] })).brief.look.paper.name;
    expect([await paper('en-US'), await paper('fr-CA'), await paper('en-GB'), await paper('de')]).toEqual(['letter', 'letter', 'A4', 'A4']);
  });

  it('is made of an article without summary, figures and sources', async () => {
    const { brief, problems } = await briefFrom({ articles: ['---\ntitle: Bare\n---\n\n## A headline {#a}\n\n- A headline.\n'] });
    expect([problems, brief.sources, brief.figures, brief.dates]).toEqual([[], [], [], []]);
    expect(brief.topics.map(({ text, points }) => [text, points])).toEqual([[null, []]]);
  });
});
