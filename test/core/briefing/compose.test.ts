import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { shortHash } from '../../../src/core/base/hash.ts';
import { wordsFor } from '../../../src/core/briefing/catalogue/index.ts';
import { dateText } from '../../../src/core/briefing/compose/dates.ts';
import { compose, parseBriefing, pointHash, pointsInOrder } from '../../../src/core/briefing/index.ts';
import type { ArticleEntry, PointView, View } from '../../../src/core/briefing/types.ts';
import { unwrap, type Outcome } from '../../../src/core/base/errors.ts';
import { sampleArticles } from '../../support/content.ts';

function entry(id: string, body: string, front = ''): ArticleEntry {
  const source = { paragraphs: Array.from({ length: 9 }, (_, index) => `Paragraph ${index + 1} of ${id}`) };
  const text = `---\ntitle: Title of ${id}\n${front}\n---\n\n${body}\n`;
  return { article: unwrap(parseArticle(text, { file: `${id}.md`, source })), source, hash: '' };
}

const ALPHA = entry(
  'alpha',
  [
    '## First {#first}\n\nSummary [¶2].\n\n- One [¶3]\n  - Below [¶2]\n- Two\n\n> Said.\n> — Ana Ruiz, minister, 2023-09 [¶4]',
    ':::figures\n| Value | Unit | Label |\n|---|---|---|\n| 7 | ships | seen [¶5] |\n:::',
    ':::timeline\n| Date | Event |\n|---|---|\n| 2020 | a [¶1] |\n| some day | b |\n| 2024 | c |\n:::',
    ':::notes\nSay this [¶9].\n:::',
    '## Second {#second}\n\n:::timeline\n| Date | Event |\n|---|---|\n| once | d |\n| ~2020-05 | e |\n:::\n\n![x](x.png)',
  ].join('\n\n'),
  'authors: [Ana Ruiz, Omar Haddad]\npublished: 2023-11\nactors: [X, Y]\ndisclaimer: Views.',
);
const BETA = entry('beta', '## Only {#only}\n\nFrom beta [¶2].\n\n- Point [¶1]', 'actors: [Y, Z]');
const ARTICLES: ReadonlyMap<string, ArticleEntry> = new Map([
  ['alpha', ALPHA],
  ['beta', BETA],
]);

function composed(items: string, { head = '', forPresenter = true, articles = ARTICLES } = {}): Outcome<View> {
  const parsed = parseBriefing(`title: T\n${head}\nitems:\n${items}`, { file: 'b.yaml' });
  return compose(unwrap(parsed), articles, { file: 'b.yaml', placeOf: parsed.placeOf, forPresenter, stamp: 'abcdef01' });
}
const view = (...args: Parameters<typeof composed>): View => unwrap(composed(...args));
const TWO = '  - topic: alpha/first\n    depth: full\n  - topic: beta/only\n';

describe('depth', () => {
  const item = (depth: string): View['items'][number] | undefined => view(`  - topic: alpha/first\n    depth: ${depth}`).items[0];

  it('headline: title, summary and notes', () => {
    expect(item('headline')).toMatchObject({
      heading: 'First',
      summary: { text: 'Summary.' },
      blocks: [],
      points: [],
      notes: [{ text: 'Say this.' }],
    });
  });

  it('headline: the first paragraph of the notes, but all of those written for the briefing', () => {
    const articles = new Map([['long', entry('long', '## T {#t}\n\n:::notes\nOne.\n\nTwo.\n:::')]]);
    const notes = (yaml: string): string[] => view(yaml, { articles }).items[0]?.notes.map(({ text }) => text) ?? [];
    expect(notes('  - topic: long/t\n    depth: headline')).toEqual(['One.']);
    expect(notes('  - topic: long/t')).toEqual(['One.', 'Two.']);
    expect(notes('  - topic: long/t\n    depth: headline\n    overrides: { notes: "Mine.\\n\\nToo." }')).toEqual(['Mine.', 'Too.']);
  });

  it('points: these and the points', () => {
    expect(item('points')?.blocks.map(({ kind }) => kind)).toEqual(['points']);
  });

  it('full: everything, in the author’s order', () => {
    expect(item('full')?.blocks.map(({ kind }) => kind)).toEqual(['points', 'quotation', 'figures', 'timeline']);
  });

  it('also bounds the merged lists', () => {
    const { timeline, figures, quotations } = view('  - topic: alpha/first');
    expect([timeline, figures, quotations]).toEqual([[], [], []]);
  });
});

describe('source numbers', () => {
  it('are one for each paragraph of each article, in order of first use, notes last', () => {
    const { items, sources } = view(TWO);
    expect(items[0]?.summary?.refs).toEqual([1]);
    expect(items[0]?.points.map(({ refs, children }) => [refs, children.map((child) => child.refs)])).toEqual([
      [[2], [[1]]],
      [[], []],
    ]);
    expect(items[0]?.quotations[0]?.refs).toEqual([3]);
    expect(items[0]?.figures[0]?.refs).toEqual([4]);
    expect(items[1]?.refs).toEqual([6, 7]);
    expect(items[0]?.notes[0]?.refs).toEqual([8]);
    expect(sources.map(({ number, article, paragraph }) => `${number} ${article} ${paragraph ?? ''}`)).toEqual([
      '1 alpha 2',
      '2 alpha 3',
      '3 alpha 4',
      '4 alpha 5',
      '5 alpha 1',
      '6 beta 2',
      '7 beta 1',
      '8 alpha 9',
    ]);
  });

  it('stay the same in the audience’s copy, which has neither notes nor excerpts', () => {
    const [presenter, audience] = [view(TWO), view(TWO, { forPresenter: false })];
    expect(audience.items.map(({ refs }) => refs)).toEqual(presenter.items.map(({ refs }) => refs));
    expect(audience.items.map(({ speakingMinutes }) => speakingMinutes)).toEqual(
      presenter.items.map(({ speakingMinutes }) => speakingMinutes),
    );
    expect(audience.sources).toEqual(presenter.sources.slice(0, 7).map((source) => ({ ...source, excerpt: null })));
    expect(JSON.stringify(audience)).not.toContain('Say this');
    expect(presenter.sources[7]?.excerpt).toBe('Paragraph 9 of alpha');
  });

  it('name an article that nothing refers to once, as a whole', () => {
    const plain = entry('plain', '## A\n\nWords.');
    const { sources } = view('  - topic: plain/a', { articles: new Map([['plain', plain]]) });
    expect(sources.map(({ number, article, paragraph }) => [number, article, paragraph])).toEqual([[1, 'plain', null]]);
  });

  it('have one entry each, with the right article and paragraph, in a briefing of two real articles', () => {
    const articles = sampleArticles();
    const { items, sources } = view(
      '  - topic: river-port/cost\n    depth: full\n  - topic: south-caucasus/moscow\n    depth: full\n  - topic: river-port/calendar\n    depth: full\n',
      { articles },
    );
    const used = [...new Set(items.flatMap(({ refs }) => refs))].sort((a, b) => a - b);
    expect(sources.map(({ number }) => number).slice(0, used.length)).toEqual(used);
    expect(new Set(sources.map(({ article, paragraph }) => `${article}/${paragraph ?? 0}`)).size).toBe(sources.length);
    for (const { article, paragraph, excerpt } of sources)
      expect(excerpt).toBe(articles.get(article)?.source?.paragraphs[(paragraph ?? 0) - 1]);
  });
});

describe('the briefer’s own words', () => {
  const lines = (points: readonly PointView[] | undefined): [string, boolean][] =>
    (points ?? []).flatMap((p): [string, boolean][] => [[p.text, p.own], ...lines(p.children)]);

  it('are lines without a reference in an article that has references', () => {
    expect(lines(view('  - topic: alpha/first').items[0]?.points)).toEqual([
      ['One', false],
      ['Below', false],
      ['Two', true],
    ]);
  });

  it('are not marked where an article has no references at all', () => {
    const bare = { ...entry('bare', '## A\n\n- Point'), source: null };
    expect(lines(view('  - topic: bare/a', { articles: new Map([['bare', bare]]) }).items[0]?.points)).toEqual([['Point', false]]);
  });

  it('are all lines of an own slide, and overrides without a reference', () => {
    const { items } = view(
      '  - own: Mine\n    body: |\n      Sentence.\n\n      - Point\n  - topic: alpha/first\n    overrides: { headline: New, summary: "Other [¶7]" }',
    );
    expect([items[0]?.headline.own, items[0]?.summary?.own, items[0]?.points[0]?.own]).toEqual([true, true, true]);
    expect([items[1]?.headline.own, items[1]?.summary?.own]).toEqual([true, false]);
    expect(view('  - topic: alpha/first').items[0]?.headline.own).toBe(false);
  });

  it('a point is not, whose sub-points all have their sources', () => {
    const nested = entry('nested', '## A\n\n- Above\n  - Below [¶1]');
    expect(view('  - topic: nested/a', { articles: new Map([['nested', nested]]) }).items[0]?.points[0]?.own).toBe(false);
  });
});

describe('overrides', () => {
  const original = pointsInOrder(ALPHA.article.topics[0] ?? expect.fail());
  const override = (position: number, hash: string, text = 'Reworded [¶6]'): string =>
    `  - topic: alpha/first\n    overrides:\n      points:\n        - { position: ${position}, hash: ${hash}, text: "${text}" }`;

  it('replace a point, and leave the article as it is', () => {
    const before = JSON.stringify(ALPHA);
    const { value, problems } = composed(override(2, pointHash(original[1] ?? expect.fail())));
    expect(value?.items[0]?.points[0]).toMatchObject({ text: 'One', children: [{ text: 'Reworded', refs: [3] }] });
    expect([problems, JSON.stringify(ALPHA) === before]).toEqual([[], true]);
  });

  it('warn where the original has changed, naming both, and are used', () => {
    const { value, problems } = composed(override(1, shortHash('something else')));
    expect(value?.items[0]?.points[0]?.text).toBe('Reworded');
    expect(problems).toMatchObject([
      {
        code: 'briefing/override-changed',
        severity: 'warning',
        place: { file: 'b.yaml', line: 7, field: 'items[0].overrides.points[0]' },
        received: 'override: Reworded [¶6]',
        allowed: 'the article now: One [¶3]',
      },
    ]);
  });

  it('warn where the point is gone', () => {
    expect(composed(override(9, 'abc')).problems).toMatchObject([
      { code: 'briefing/override-missing', severity: 'warning', allowed: '1 to 3' },
    ]);
  });

  it('are checked against the source text', () => {
    expect(composed(override(1, pointHash(original[0] ?? expect.fail()), 'New [¶99]')).problems).toMatchObject([
      { code: 'article/reference-range', severity: 'error', place: { line: 7 }, allowed: '¶1 to ¶9' },
    ]);
  });

  it('replace the notes, paragraph by paragraph', () => {
    expect(view('  - topic: alpha/first\n    overrides: { notes: "A.\\n\\nB." }').items[0]?.notes.map(({ text }) => text)).toEqual([
      'A.',
      'B.',
    ]);
    const notes = (text: string) => composed(`  - topic: alpha/first\n    overrides: { notes: "${text}" }`);
    expect(unwrap(notes('- A')).items[0]?.notes.map(({ text }) => text)).toEqual(['– A']);
    expect(() => notes('> A')).toThrow('notes hold paragraphs and lists alone');
  });
});

describe('dates', () => {
  const timeline = (language: string): string[] =>
    view('  - topic: alpha/first\n    depth: full\n  - topic: alpha/second\n    depth: full', {
      head: `language: ${language}`,
    }).timeline.map(({ dateText, text }) => `${dateText}: ${text}`);

  it('merge in order of time, undated ones beside their neighbours', () => {
    expect(timeline('en')).toEqual(['2020: a', 'some day: b', 'once: d', 'about May 2020: e', '2024: c']);
  });

  it('from one to another are written in the deck’s language where they are written as programs do', () => {
    const shown = (text: string, language: string): string => dateText({ text, iso: null, about: false }, language, wordsFor(language));
    expect(shown('2026-03 – 2026-05-02', 'de')).toBe('März 2026 – 2. Mai 2026');
    expect(shown('~2026–2031', 'de')).toBe('etwa 2026–2031');
    expect(['2026 to 2031', '2026-13 – 2026-14', 'March to May'].map((text) => shown(text, 'de'))).toEqual([
      '2026 to 2031',
      '2026-13 – 2026-14',
      'March to May',
    ]);
  });

  it('are written in the deck’s language', () => {
    expect(timeline('de')[3]).toBe('etwa Mai 2020: e');
    expect(timeline('zh')[3]).toBe('约2020年5月: e');
  });

  it('come from the briefing, else from the article, else there is none', () => {
    expect(view(TWO, { head: 'date: 2024-02-29' }).deck).toMatchObject({ date: '2024-02-29', dateText: '29 February 2024' });
    expect(view(TWO, { head: 'date: 2024-02-29\nlanguage: en-US' }).deck).toMatchObject({ dateText: 'February 29, 2024' });
    expect(view(TWO).deck).toMatchObject({ date: '2023-11', dateText: 'November 2023' });
    expect(view('  - topic: beta/only').deck).toMatchObject({ date: null, dateText: null });
  });
});

describe('notes of the deck’s own slides', () => {
  const head = 'notes:\n  title: |\n    Good morning.\n\n    - One\n    - Two\n  sources: Wait.^[See the report.]';

  it('are lines, with their footnotes among the sources', () => {
    const { deck, sources } = view(TWO, { head });
    const texts = (lines: readonly { readonly text: string }[]): string[] => lines.map(({ text }) => text);
    expect(texts(deck.notes.title)).toEqual(['Good morning.', '– One', '– Two']);
    expect([texts(deck.notes.agenda), texts(deck.notes.sources)]).toEqual([[], ['Wait.']]);
    expect(sources.filter(({ isNote }) => isNote).map(({ title }) => title)).toEqual(['See the report.']);
    expect(deck.speakingMinutes).toBeGreaterThanOrEqual(view(TWO).deck.speakingMinutes);
  });

  it('are none in the audience’s copy', () => {
    expect(view(TWO, { head, forPresenter: false }).deck.notes).toEqual({ title: [], agenda: [], sources: [] });
  });
});

describe('the deck', () => {
  it('gathers actors, disclaimers and articles in order, each once', () => {
    const { actors, disclaimers, articles } = view(TWO);
    expect([actors, disclaimers, articles.map(({ authorLine }) => authorLine)]).toEqual([
      ['X', 'Y', 'Z'],
      ['Views.'],
      ['Ana Ruiz and Omar Haddad', ''],
    ]);
  });

  it('counts a topic that was chosen twice once in its merged lists', () => {
    expect(view(TWO + '  - topic: alpha/first\n    depth: full').timeline).toHaveLength(3);
  });

  it.each([
    ['ar', 'rtl', 'المصادر'],
    ['he', 'rtl', 'מקורות'],
    ['fr-CA', 'ltr', 'Sources'],
    ['xx', 'ltr', 'Sources'],
  ])('in %s runs %s and has its words', (language, direction, sources) => {
    const { deck, words } = view(TWO, { head: `language: ${language}` });
    expect([deck.direction, words.sources]).toEqual([direction, sources]);
  });

  it('estimates speaking time at 130 words a minute of notes, else of the slide', () => {
    const spoken = (text: string): number | undefined => view(`  - own: Title\n    body: |\n      ${text}`).items[0]?.speakingMinutes;
    const words = Array.from({ length: 259 }, () => 'word').join(' ');
    expect(spoken(words)).toBe(2);
    expect(spoken(`${words}\n\n      :::notes\n      ${Array.from({ length: 65 }, () => 'word').join(' ')}\n      :::`)).toBe(0.5);
  });

  it('names an image by its article, so that the workspace finds it', () => {
    expect(view('  - topic: alpha/second\n    depth: full').items[0]?.images[0]?.src).toBe('alpha/x.png');
  });
});

describe('a briefing that cannot be composed', () => {
  const problems = (items: string, head = ''): unknown[] =>
    composed(items, { head }).problems.map(({ code, place, received, allowed }) => [code, place?.line, received, allowed]);

  it('names the topics there are, the nearest first', () => {
    expect(problems('  - topic: alpha/secnd')).toEqual([['briefing/topic-missing', 4, 'alpha/secnd', 'second, first']]);
  });

  it('names the articles there are, the nearest first', () => {
    expect(problems('  - topic: betta/only')).toEqual([['briefing/article-missing', 4, 'betta/only', 'beta, alpha']]);
  });

  it('reports every missing topic', () => {
    expect(problems('  - topic: alpha/x\n  - topic: beta/only\n  - topic: gamma/y')).toHaveLength(2);
  });

  it('has its field’s name, but no line, where the briefing was read from no file', () => {
    const briefing = unwrap(parseBriefing('title: T\nitems:\n  - topic: nowhere/at-all\n', { file: 'b.yaml' }));
    const { problems: found } = compose(briefing, ARTICLES, { file: 'new briefing', forPresenter: true, stamp: '' });
    expect(found.map(({ place }) => place)).toEqual([{ file: 'new briefing', field: 'items[0].topic' }]);
  });

  it('is one without topics', () => {
    expect(problems('  []')).toEqual([['briefing/empty', 3, undefined, undefined]]);
  });

  it('has options that its template does not', () => {
    const parsed = parseBriefing(`title: T\noptions: { variant: drak, agenda: maybe, foo: 1 }\nitems:\n${TWO}`, { file: 'b.yaml' });
    const options = { agenda: { type: 'boolean', default: true } } as const;
    const { placeOf } = parsed;
    const outcome = compose(unwrap(parsed), ARTICLES, { file: 'b.yaml', placeOf, forPresenter: true, stamp: '', options });
    expect(outcome.problems.map(({ code, place, received, allowed }) => [code, place?.line, received, allowed])).toEqual([
      ['pack/option', 2, 'drak', 'light, dark'],
      ['pack/option', 2, 'maybe', 'true or false'],
      ['pack/option', 2, 'foo', 'format, variant, pictures, agenda'],
    ]);
  });

  it('is otherwise given every option of its template', () => {
    const briefing = unwrap(parseBriefing(`title: T\noptions: { variant: dark }\nitems:\n${TWO}`, { file: 'b.yaml' }));
    const options = { agenda: { type: 'boolean', default: true } } as const;
    expect(unwrap(compose(briefing, ARTICLES, { file: 'b.yaml', forPresenter: true, stamp: '', options })).options).toEqual({
      format: '16:9',
      variant: 'dark',
      pictures: 'screen',
      agenda: true,
    });
  });
});

describe('the numbers of charts', () => {
  const chart = (...values: string[]): string =>
    `:::chart{type=bar}\n| a | b |\n|---|---|\n${values.map((value, i) => `| ${i} | ${value} |`).join('\n')}\n:::`;
  const articles = new Map([
    ['de', entry('de', `## T {#t}\n\n${chart('1.650')}`, 'language: de')],
    ['en', entry('en', `## T {#t}\n\n${chart('1.650')}`, 'language: en')],
    ['fa', entry('fa', `## T {#t}\n\n${chart('۱٬۶۵۰')}`, 'language: fa')],
    ['none', entry('none', '## T {#t}\n\nWords.')],
  ]);
  const topic = (name: string): string => `  - topic: ${name}/t\n    depth: full\n`;
  const own = (...values: string[]): string => `  - own: O\n    body: |\n${chart(...values).replace(/^/gm, '      ')}\n`;
  const values = ({ items }: View): unknown[] =>
    items.flatMap(({ charts }) => charts.flatMap(({ series }) => series.map((s) => s.values[0])));

  it('are each read by its own article’s language, own slides’ by the deck’s', () => {
    const items = topic('de') + topic('en') + topic('fa') + own('1.650');
    expect(values(view(items, { articles }))).toEqual([1650, 1.65, 1650, 1650]);
    expect(values(view(items, { articles, head: 'language: en' }))).toEqual([1650, 1.65, 1650, 1.65]);
    expect(values(view(topic('en') + own('1.650'), { articles }))).toEqual([1.65, 1.65]);
  });

  it.each([
    ['an own slide alone', own('1.650')],
    ['an own slide beside an article that names no language', topic('none') + own('1.650')],
  ])('are refused on %s', (_, items) => {
    const { value, problems } = composed(items, { articles });
    expect(value).toBeNull();
    expect(problems.map(({ code, place, allowed }) => [code, place?.field, allowed])).toEqual([
      ['article/number-ambiguous', `items[${items.includes('topic') ? 1 : 0}].body`, '1.65 or 1650'],
    ]);
  });

  it('are refused where they stand when the briefing names the language', () => {
    const text = `title: T\nlanguage: fr\nitems:\n${own('3', '1.650')}`;
    const [problem] = parseBriefing(text, { file: 'b.yaml' }).problems;
    expect(problem).toMatchObject({ code: 'article/number-ambiguous', place: { line: 10 }, received: '1.650', allowed: '1,65 or 1650' });
  });
});
