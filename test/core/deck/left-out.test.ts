import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { unwrap, type Problem } from '../../../src/core/base/errors.ts';
import { parseBriefing } from '../../../src/core/briefing/index.ts';
import type { Slide } from '../../../src/core/deck/types.ts';
import { makeDeck } from '../../../src/core/pipeline/index.ts';
import { builtInPack } from '../../support/article-scene.ts';

const ARTICLE = `---
title: A port
---

## Ships {#ships}

More came. [¶1]

- Quays are full. [¶1]

:::timeline
| Date | Event |
|---|---|
| 2023 | The board meets. |
:::

| a | b |
|---|---|
| 1 | 2 |

| c | d |
|---|---|
| 3 | 4 |

:::notes
Say this.
:::

## Quays {#quays}

Full.

## Pilots {#pilots}

Few.
`;

async function deck(
  head: string,
  without: string,
  pack = 'policy-brief',
): Promise<{ slides: readonly Slide[]; kinds: string[]; problems: readonly Problem[] }> {
  const text = `title: T\n${head}items:\n  - topic: a/ships\n    depth: full\n    overrides: { without: ${without} }\n  - topic: a/quays\n  - topic: a/pilots\n`;
  const { placeOf, ...parsed } = parseBriefing(text, { file: 'b.yaml' });
  const article = unwrap(parseArticle(ARTICLE, { file: 'a.md' }));
  const articles = new Map([['a', { article, source: null, hash: '' }]]);
  const made = makeDeck({ briefing: unwrap(parsed), file: 'b.yaml', placeOf, articles, pack: await builtInPack(pack), forPresenter: true });
  const slides = made.value?.deck.slides ?? [];
  return { slides, kinds: slides.map(({ topic, kind }) => `${topic ?? ''} ${kind}`.trim()), problems: made.problems };
}

const linksOf = (slides: readonly Slide[]): string[] => [...JSON.stringify(slides).matchAll(/"href":"#([^"]*)"/g)].map(([, id = '']) => id);

describe('slides that a briefing leaves out', () => {
  it('go by their kind, all or one of it; the others keep their ids', async () => {
    const whole = await deck('', '[]');
    const less = await deck('', '[timeline, table/2]');
    expect(whole.kinds).toEqual([
      ...['title', 'agenda', 'a/ships points', 'a/ships timeline', 'a/ships table', 'a/ships table'],
      ...['a/quays points', 'a/pilots points', 'sources'],
    ]);
    expect(less.kinds).toEqual(whole.kinds.filter((_, index) => index !== 3 && index !== 5));
    expect(less.slides.map(({ id }) => id)).toEqual(whole.slides.map(({ id }) => id).filter((_, index) => index !== 3 && index !== 5));
    expect((await deck('', '[table]')).kinds.filter((kind) => kind.endsWith('table'))).toEqual([]);
    expect(less.problems).toEqual([]);
  });

  it('of a topic take a link to it to its next slide, and none where nothing is left', async () => {
    const first = await deck('', '[points]');
    const ids = new Set(first.slides.map(({ id }) => id));
    expect(linksOf(first.slides).filter((id) => !ids.has(id))).toEqual([]);
    expect(linksOf(first.slides)).toContain(first.slides.find(({ topic, kind }) => topic === 'a/ships' && kind === 'timeline')?.id);
    const none = await deck('', '[points, timeline, table]');
    const left = new Set(none.slides.map(({ id }) => id));
    expect([none.kinds.filter((kind) => kind.startsWith('a/ships')), linksOf(none.slides).filter((id) => !left.has(id))]).toEqual([[], []]);
  });

  it('take the topic’s notes with them, and that is said', async () => {
    expect((await deck('', '[points]')).problems).toMatchObject([
      { code: 'briefing/slide-left-out', severity: 'warning', place: { file: 'b.yaml', line: 5, field: 'items[0].overrides.without[0]' } },
    ]);
  });

  it('are the deck’s own too; of the sources it is said', async () => {
    const { kinds, problems } = await deck('without: [agenda, sources]\n', '[]');
    expect(kinds.slice(0, 2)).toEqual(['title', 'a/ships points']);
    expect(kinds).not.toContain('sources');
    expect(problems).toMatchObject([{ code: 'briefing/slide-left-out', place: { line: 2, field: 'without[1]' }, received: 'sources' }]);
  });

  it('that are not there are said, with those that are', async () => {
    expect((await deck('without: [summary]\n', '[chart, table/3]')).problems).toMatchObject([
      { code: 'briefing/slide-missing', place: { line: 2 }, allowed: 'title, agenda, sources' },
      { code: 'briefing/slide-missing', received: 'chart', allowed: 'points, timeline, table' },
      { code: 'briefing/slide-missing', received: 'table/3' },
    ]);
  });

  it('cannot be all', async () => {
    const all = await deck('without: [title, agenda, sources]\n', '[points, timeline, table]');
    expect(all.kinds).toEqual(['a/quays points', 'a/pilots points']);
    const text = `title: T\nwithout: [title, agenda, sources]\nitems: [{ topic: a/quays, overrides: { without: [points] } }]`;
    const { placeOf, ...parsed } = parseBriefing(text, { file: 'b.yaml' });
    const articles = new Map([['a', { article: unwrap(parseArticle(ARTICLE, { file: 'a.md' })), source: null, hash: '' }]]);
    const pack = await builtInPack('policy-brief');
    const { value, problems } = makeDeck({ briefing: unwrap(parsed), file: 'b.yaml', placeOf, articles, pack, forPresenter: true });
    expect([value, problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)]).toEqual([null, ['deck/no-slides']]);
  });
});
