/** Figures, tables, charts and pictures that a colleague changed in the .pptx come home to the briefing, and what has no place there is said. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byXml, CHARTS, shownWords, type XmlEdit } from '../../support/by-xml.ts';
import { folderWith, lectern } from '../../support/cli.ts';

const ARTICLE = `---
title: The port
language: en-GB
---

## Figures of the year {#figures}

What the port counted last year.

:::figures
| Value | Unit | Label |
| --- | --- | --- |
| about 120 | barges | a day in the summer [¶1] |
| 14 % | | more than the year before |
| up to 30 | men | at work on the quay |
:::

## A table of ships {#table}

Ships by their flag.

:::table{title="Ships by flag"}
| Flag | Ships | Crew |
| --- | ---: | ---: |
| Norway | 14 | 210 |
| Malta | 9 | 130 |
| Panama | 22 | 400 |
:::

## A chart of barges {#chart}

Barges came more often.

:::chart{type=bar title="Barges" unit="thousand"}
| Quarter | Barges | Ships |
| --- | ---: | ---: |
| Q1 | 120 | 80 |
| Q2 | 240 | 90 |
| Q3 | 310 | 95.5 |
:::

## What happened {#events}

Three things happened.

:::timeline
| Date | Event |
| --- | --- |
| 2021-05 | The first crane came |
| 2022-06 | The second crane came |
| 2023-01 | The third crane came |
:::

## A picture {#picture}

It shows the quay.

![The quay in the morning](quay.png "The quay at six | N. N.")
`;
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const TOPICS = ['figures', 'table', 'chart', 'events', 'picture'];
const BRIEFING = `title: The port\nlanguage: en-GB\ntemplate: policy-brief\nitems:\n${TOPICS.map((id) => `  - topic: port/${id}\n    depth: full\n`).join('')}`;

interface Offered {
  readonly edit: {
    readonly kind: string;
    readonly at?: string;
    readonly after?: string;
    readonly text?: string | number;
    readonly cells?: readonly string[];
    readonly sourced?: false;
  };
  readonly was: string | null;
  readonly now: string | null;
  readonly question: boolean;
}

interface Home {
  readonly offers: readonly Offered[];
  readonly stays: readonly {
    readonly message: string;
    readonly received?: string;
    readonly hint: string;
    readonly place: { readonly slide: { readonly title: string } };
  }[];
  readonly err: string;
  /** Takes everything, and makes both files anew: the page, and what is left to take home. */
  readonly take: () => Promise<{ readonly page: string; readonly left: number; readonly briefing: string }>;
}

async function adopt(...edits: readonly XmlEdit[]): Promise<Home> {
  const folder = await folderWith({
    'port.md': ARTICLE,
    'port.source.txt': 'About 120 barges a day came in the summer.\n',
    'quay.png': PNG,
    'port.briefing.yaml': BRIEFING,
  });
  const built = await lectern(folder, 'build', 'port.briefing.yaml', '--out', 'out', '--format', 'pptx');
  expect(built.status, built.err).toBe(0);
  const deck = join(folder, 'out/port.pptx');
  await writeFile(deck, byXml(await readFile(deck), edits));
  const ask = async (...args: string[]): Promise<Home> => {
    const { out, err } = await lectern(folder, 'adopt', 'out/port.pptx', '--briefing', 'port.briefing.yaml', '--json', ...args);
    const report = JSON.parse(out === '' ? '{"offers":[],"problems":[]}' : out) as {
      offers: Offered[];
      problems: (Home['stays'][number] & { code: string })[];
    };
    const take = async (): ReturnType<Home['take']> => {
      const taken = await lectern(folder, 'adopt', 'out/port.pptx', '--briefing', 'port.briefing.yaml', '--take', 'all');
      expect(taken.status, taken.err).toBe(0);
      const again = await lectern(folder, 'build', 'port.briefing.yaml', '--out', 'now', '--format', 'html');
      expect(again.status, again.err).toBe(0);
      const page = (await readFile(join(folder, 'now/port.html'), 'utf8')).replaceAll('\u00A0', ' ');
      return { page, left: (await ask()).offers.length, briefing: await readFile(join(folder, 'port.briefing.yaml'), 'utf8') };
    };
    return { offers: report.offers, stays: report.problems.filter(({ code }) => code === 'home/stays'), err: `${err}${out}`, take };
  };
  return ask();
}

const row = (flag: string): string => `<a:tr [^>]*>(?:(?!</a:tr>)[^])*>${flag}<(?:(?!</a:tr>)[^])*</a:tr>`;
const paragraph = (words: string): string => `<a:p>(?:(?!<a:p>)[^])*>${words}<(?:(?!</a:p>)[^])*</a:p>`;

/** What is changed, the line that is offered, what it says then, and whether somebody must read it against its source. */
const LINES: readonly (readonly [string, readonly XmlEdit[], string, string | number, boolean])[] = [
  ['a figure whose hedge stands apart', [shownWords('120', '140')], 'figures/1/1.value', 'about 140', true],
  ['a hedge alone', [shownWords('about', 'over')], 'figures/1/1.value', 'over 120', true],
  ['both', [shownWords('about', 'over'), shownWords('120', '140')], 'figures/1/1.value', 'over 140', true],
  ['a hedge that was taken out', [{ from: new RegExp(paragraph('about'), 'g'), to: '<a:p/>' }], 'figures/1/1.value', '120', true],
  ['a figure that stands with its unit', [shownWords('30 men', '35 men')], 'figures/1/3.value', 'up to 35', true],
  ['the unit beside a figure', [shownWords('30 men', '30 women')], 'figures/1/3.unit', 'women', true],
  ['a table’s title', [shownWords('Ships by flag', 'Ships by their flags')], 'table/1.title', 'Ships by their flags', false],
  ['a cell', [shownWords('210', '211')], 'table/1/1.3', '211', true],
  ['a name in a cell', [shownWords('Malta', 'Cyprus')], 'table/1/2.1', 'Cyprus', true],
  ['a chart’s value', [{ from: /<c:v>240<\/c:v>/, to: '<c:v>250</c:v>', parts: CHARTS }], 'chart/1/2.1', 250, true],
  ['a category', [{ from: /<c:v>Q2<\/c:v>/g, to: '<c:v>Q2 2025</c:v>', parts: CHARTS }], 'chart/1/2.category', 'Q2 2025', true],
  ['a series', [{ from: /<c:v>Ships<\/c:v>/g, to: '<c:v>Vessels</c:v>', parts: CHARTS }], 'chart/1.2', 'Vessels', true],
  ['a chart’s title', [shownWords('Barges (thousand)', 'All barges (thousand)')], 'chart/1.title', 'All barges', false],
  ['what a chart counts', [shownWords('Barges (thousand)', 'Barges (million)')], 'chart/1.unit', 'million', true],
  ['a date', [shownWords('May 2021', 'June 2021')], 'timeline/1/1.date', 'June 2021', true],
  ['a caption', [shownWords('The quay at six | N. N.', 'The quay at dusk | N. N.')], 'image/1/1.caption', 'The quay at dusk', false],
  [
    'an alternative text',
    [{ from: /descr="The quay in the morning"/, to: 'descr="The quay at dawn"' }],
    'image/1/1.alt',
    'The quay at dawn',
    false,
  ],
  [
    'typographic quotes, a tab and an emoji',
    [shownWords('Three things happened.', 'Three\t“things” happened ☕.')],
    'summary',
    'Three “things” happened ☕.',
    true,
  ],
];

describe('what a colleague changed in the .pptx', () => {
  it.each(LINES)('is offered as words of its line: %s', async (_, edits, at, text, question) => {
    const { offers, stays, err } = await adopt(...edits);
    expect(offers, err).toMatchObject([{ edit: { kind: 'line', at, text }, question }]);
    expect(stays.filter(({ message }) => !message.includes('look'))).toEqual([]);
  });

  it('is no longer sourced where a sourced figure is another', async () => {
    const { offers, take } = await adopt(shownWords('120', '140'));
    expect(offers[0]?.edit.sourced).toBe(false);
    const { page, left, briefing } = await take();
    expect([page.includes('140'), left]).toEqual([true, 0]);
    expect(briefing).toContain('sourced: false');
    // What is read aloud of a figure says what is shown.
    expect(/aria-label="[^"]*about 120 barges/.test(page)).toBe(false);
  });

  it('comes home whole: rows, values and events, and nothing is left', async () => {
    const { offers, take, err } = await adopt(
      { from: new RegExp(row('Malta')), to: '' },
      { from: new RegExp(`(${row('Panama').replace('>Panama<', '>)Panama(<')})`), to: '$1Panama$2$1Kiel$2' },
      { from: new RegExp(`${paragraph('May 2021')}\\s*${paragraph('The first crane came')}`), to: '<a:p/>' },
      { from: /<c:v>240<\/c:v>/, to: '<c:v>250</c:v>', parts: CHARTS },
    );
    expect(
      offers.map(({ edit: { kind, at, after, cells } }) => [kind, at ?? after, ...(cells ? [cells] : [])]),
      err,
    ).toEqual([
      ['entry-removed', 'table/1/2'],
      ['entry-added', 'table/1/3', ['Kiel', '22', '400']],
      ['line', 'chart/1/2.1'],
      ['entry-removed', 'timeline/1/1'],
    ]);
    const { page, left } = await take();
    expect([page.includes('Malta'), page.includes('Kiel'), page.includes('first crane'), page.includes('250')]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(left).toBe(0);
  });

  it('is said with its place where no briefing has a form for it', async () => {
    const box =
      '<p:sp><p:nvSpPr><p:cNvPr id="99" name="TextBox 9"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>Mind the gap</a:t></a:r></a:p></p:txBody></p:sp>';
    const { offers, stays } = await adopt(
      { from: /<\/p:spTree>(?=[^]*What the port counted|)/, to: `${box}</p:spTree>`, parts: /slide4\.xml$/ },
      { from: /<a:tc>(?:(?!<\/a:tc>)[^])*>(?:Ships|14|9|22)<(?:(?!<\/a:tc>)[^])*<\/a:tc>/g, to: '' },
      { from: /<c:pt idx="2">(?:(?!<\/c:pt>)[^])*<\/c:pt>/g, to: '', parts: CHARTS },
    );
    expect(offers).toEqual([]);
    const said = stays.map(({ message, received, place }) => [place.slide.title, message, received]);
    expect(said).toContainEqual(['A table of ships', 'something was put on the slide by hand', 'Mind the gap']);
    expect(said).toContainEqual(['A table of ships', 'a table’s columns were changed by hand', undefined]);
    expect(said.map(([title, message]) => [title, message])).toContainEqual([
      'A chart of barges',
      'a chart was given other categories or series by hand',
    ]);
    expect(stays.every(({ hint }) => hint !== '')).toBe(true);
  });

  it('is not taken for deleted where a slide is damaged', async () => {
    const { offers, err } = await adopt({ from: /What the port counted last year\./, to: 'What </a:p> the port' });
    expect(offers).toEqual([]);
    expect(err).toMatch(/inspect\/unreadable[^]*not well formed/);
  });
});
