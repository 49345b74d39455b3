import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { unwrap, type Problem } from '../../../src/core/base/errors.ts';
import { parseBriefing, placesIn } from '../../../src/core/briefing/index.ts';
import type { ArticleEntry } from '../../../src/core/briefing/types.ts';
import { checkWording, findDisagreements } from '../../../src/core/claims/index.ts';

function entry(id: string, body: string, paragraphs: readonly string[]): ArticleEntry {
  const source = { paragraphs };
  const text = `---\ntitle: ${id}\nid: ${id}\npublished: 2024-05-01\n---\n\n## T {#t}\n\n${body}\n`;
  return { article: unwrap(parseArticle(text, { file: `${id}.md`, source })), source, hash: '' };
}

function asked(check: typeof checkWording, yaml: string, ...entries: readonly ArticleEntry[]): Problem[] {
  const parsed = parseBriefing(`title: B\nitems:\n${yaml}`, { file: 'b.yaml' });
  return check(unwrap(parsed), new Map(entries.map((own) => [own.article.id, own])), parsed.placeOf);
}

describe('the wording of a briefing', () => {
  const port = entry('port', 'It counts 80,300 containers. [¶1]\n\n- One. [¶1]', [
    'In 2024 it counted 80,300 containers, said Ines Aldworth.',
  ]);

  it('is held against the same sources as the article’s', () => {
    const yaml = [
      '  - topic: port/t',
      '    overrides:',
      '      headline: 81,300 containers',
      '      summary: It counted 80,400. [¶1]',
      '      points:',
      '        - position: 1',
      '          hash: "0000000000000000"',
      '          text: In 2023 it was so. [¶1]',
      '      notes: Ask Marek Tolvane. [¶1]',
    ].join('\n');
    expect(asked(checkWording, yaml, port).map(({ code, place }) => [code, place?.line])).toEqual([
      ['claims/number-unsupported', 5],
      ['claims/number-unsupported', 6],
      ['claims/date-unsupported', 10],
      ['claims/name-unsupported', 11],
    ]);
  });

  it('gives none where it holds, names nothing, or there is none', () => {
    const yaml =
      '  - topic: port/t\n    overrides:\n      summary: More than 80,000. [¶1]\n      notes: Ask Marek Tolvane.\n  - topic: port/t\n';
    expect(asked(checkWording, yaml, port)).toEqual([]);
  });
});

describe('any line that a briefing words anew', () => {
  const body = [
    'It grew. [¶1]',
    ':::figures\n| Value | Unit | Label |\n|---|---|---|\n| 80,300 | containers | counted in 2024 [¶1] |\n:::',
    ':::timeline\n| Date | Event |\n|---|---|\n| 2024-03 | The quay opens. [¶2] |\n:::',
    ':::chart{type=bar title="Ships" unit="ships"}\n| Quarter | Counted |\n|---|---:|\n| Q1 | 410 |\n| Q2 | 390 |\n\n[¶3]\n:::',
    '> The quay is full.\n> — Ines Aldworth [¶4]',
    '| Measure | Cost |\n|---|---:|\n| Quay | 12 [¶2] |',
  ].join('\n\n');
  const port = entry('port', body, [
    'In 2024 it counted 80,300 containers.',
    'The quay opened in March 2024 and cost 12 million euros.',
    'There were 410 ships in the first quarter and 390 in the second.',
    '“The quay is full,” said Ines Aldworth.',
  ]);
  const { lines, items } = placesIn(port.article.topics[0] ?? expect.fail());
  const said = (at: string, text: string, more = ''): readonly (readonly [string, string | undefined])[] => {
    const hash = lines.find((own) => own.at === at)?.hash ?? expect.fail(at);
    const yaml = `  - topic: port/t\n    depth: full\n    overrides:\n      lines:\n        - at: ${at}\n          hash: "${hash}"\n          text: "${text}"\n${more}`;
    return asked(checkWording, yaml, port).map(({ code, place }) => [code, place?.field] as const);
  };
  const PLACE = 'items[0].overrides.lines[0].text';

  it.each([
    ['figures/1/1.value', '80,400', 'claims/number-unsupported'],
    ['timeline/1/1.date', '2024-04', 'claims/date-unsupported'],
    ['timeline/1/1.event', 'The quay opens in 2025. [¶2]', 'claims/date-unsupported'],
    ['chart/1/1.1', '420', 'claims/number-unsupported'],
    ['quotation/1.speaker', 'Marek Tolvane', 'claims/name-unsupported'],
    ['table/1/1.2', '13 [¶2]', 'claims/number-unsupported'],
  ])('%s: %s is held against its source', (at, text, code) => {
    expect(said(at, text)).toEqual([[code, PLACE]]);
  });

  it('says nothing of what holds, of what it no longer calls sourced, and of what the article says', () => {
    expect(said('figures/1/1.value', 'about 80,000')).toEqual([]);
    expect(said('figures/1/1.value', '80,400', '          sourced: false\n')).toEqual([]);
    expect(said('chart/1/1.1', '420', '          sourced: false\n')).toEqual([]);
    // Quoted words that were changed have no source unless the briefing says so.
    expect(said('quotation/1/1', 'The quay is empty.')).toEqual([]);
    expect(said('quotation/1/1', 'The quay is empty.', '          sourced: true\n')).toEqual([['claims/quotation-altered', PLACE]]);
  });

  it('says what can be done', () => {
    const hash = lines.find(({ at }) => at === 'figures/1/1.value')?.hash ?? '';
    const yaml = `  - topic: port/t\n    overrides:\n      lines: [{ at: figures/1/1.value, hash: "${hash}", text: "80,400" }]\n`;
    expect(asked(checkWording, yaml, port)[0]?.hint).toContain('sourced: false');
  });

  it('looks at what is added', () => {
    const hash = items.find(({ at }) => at === 'figures/1/1')?.hash ?? '';
    const yaml = `  - topic: port/t\n    overrides:\n      added: [{ after: figures/1/1, hash: "${hash}", cells: ["7", "cranes", "in 2024 [¶1]"] }]\n`;
    expect(asked(checkWording, yaml, port).map(({ code, place }) => [code, place?.field])).toEqual([
      ['claims/number-unsupported', 'items[0].overrides.added[0]'],
    ]);
  });
});

describe('two articles of one briefing', () => {
  const figures = (value: string, label: string): string =>
    `:::figures\n| Value | Unit | Label |\n|---|---|---|\n| ${value} | ships | ${label} [¶1] |\n:::`;
  const timeline = (date: string, event: string): string => `:::timeline\n| Date | Event |\n|---|---|\n| ${date} | ${event} [¶1] |\n:::`;
  const both = (one: string, other: string): Problem[] =>
    asked(findDisagreements, '  - topic: a/t\n  - topic: b/t\n', entry('a', one, ['P']), entry('b', other, ['P']));

  it('that say two values of one thing are named, both with their source', () => {
    expect(both(figures('31', 'laid up in Oslo harbour'), figures('29', 'laid up in the harbour of Oslo'))).toMatchObject([
      {
        code: 'claims/values-disagree',
        severity: 'warning',
        place: { file: 'b.yaml', line: 4 },
        received: '“29 ships laid up in the harbour of Oslo” (b/t, ¶1)',
        allowed: '“31 ships laid up in Oslo harbour” (a/t, ¶1)',
      },
    ]);
  });

  it('that date one event differently are named', () => {
    const event = 'Parliament approves the harbour treaty';
    expect(both(timeline('2024-03-12', event), timeline('2024-03-13', `${event}.`)).map(({ code }) => code)).toEqual([
      'claims/dates-disagree',
    ]);
  });

  it.each([
    ['the same value', figures('31', 'laid up in Oslo'), figures('31', 'laid up in Oslo')],
    ['one rounded', figures('31,240', 'laid up in Oslo'), figures('31,000', 'laid up in Oslo')],
    ['another year', figures('31', 'laid up in Oslo in 2023'), figures('29', 'laid up in Oslo in 2024')],
    ['another thing', figures('31', 'laid up in Oslo harbour'), figures('29', 'sold to Hamburg owners')],
    ['a bound', figures('31', 'laid up in Oslo'), figures('up to 40', 'laid up in Oslo')],
    [
      'a date that is less exact',
      timeline('2024-03', 'Parliament approves the treaty'),
      timeline('2024-03-12', 'Parliament approves the treaty'),
    ],
    ['another event', timeline('2024-03-11', 'Parliament approves the treaty'), timeline('2024-03-12', 'The king opens the new bridge')],
  ])('agree, as far as can be said: %s', (_, one, other) => expect(both(one, other)).toEqual([]));

  it('are compared in charts and tables', () => {
    const chart = (value: number): string =>
      `:::chart{type=bar title="Containers at Lindmouth" unit="containers"}\n| Year | Counted |\n|---|---|\n| 2024 | ${value} |\n\n[¶1]\n:::`;
    const table = (value: number): string => `| Harbour | Ships laid up |\n|---|---|\n| Lindmouth | ${value} [¶1] |`;
    expect(both(chart(80300), chart(75000))).toHaveLength(1);
    expect(both(table(83), table(75))).toHaveLength(1);
  });
});
