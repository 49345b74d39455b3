import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../src/core/base/errors.ts';
import { briefingWithTimes, deckTimes, itemTimes, parseBriefing, readTimes, writeBriefing } from '../../../src/core/briefing/index.ts';
import { minutesOf } from '../../../src/core/briefing/compose/minutes.ts';
import { parseArticle } from '../../../src/core/article/index.ts';
import { makeDeck } from '../../../src/core/pipeline/index.ts';
import { articleMade, builtInPack } from '../../support/article-scene.ts';

const BRIEFING =
  '# ours\ntitle: T\nminutes: 10\ntemplate: policy-brief\nitems:\n  - topic: a/one\n  - topic: a/two # short\n  - own: Ask\n    id: ask\n    body: "- Who?"\n';
const slide = (topic: string, spent: number, planned = 60) => ({ id: 'x', topic, title: 'T', planned, spent });
const TIMES = {
  lectern: 'times',
  stamp: '0123abcd',
  title: 'T',
  minutes: 10,
  slides: [slide('', 12), slide('a/one', 100), slide('a/one', 65), slide('own/ask', 10), slide('a/gone', 30), slide('a/two', 0)],
};
const read = (value: unknown) => readTimes(JSON.stringify(value), 'times.json');
const ARTICLE =
  '---\ntitle: A\nid: a\n---\n\n## One {#one}\n\nShips wait for two days.\n\n- A.\n\n## Two {#two}\n\nThe cranes are old.\n\n- B.\n';

describe('times of a rehearsal', () => {
  it('become minutes of what was rehearsed, in halves; the rest of the file stays as it is', () => {
    const briefing = unwrap(parseBriefing(BRIEFING, { file: 'b.yaml' }));
    const times = unwrap(read(TIMES));
    expect(itemTimes(briefing, times)).toEqual([
      { index: 0, key: 'a/one', planned: 120, spent: 165, minutes: 3 },
      { index: 2, key: 'own/ask', planned: 60, spent: 10, minutes: 0.5 },
    ]);
    const { value, problems } = briefingWithTimes(briefing, times, 'times.json');
    expect(problems.map(({ code, received }) => [code, received])).toEqual([['briefing/times-left', 'a/gone']]);
    const text = writeBriefing(value, BRIEFING);
    expect(text).toContain('# ours');
    expect(text).toContain('a/two # short');
    expect(unwrap(parseBriefing(text, { file: 'b.yaml' })).items.map(({ minutes }) => minutes)).toEqual([3, undefined, 0.5]);
  });

  it.each([['{'], ['[]'], ['{"lectern":"recipe"}'], [JSON.stringify({ ...TIMES, slides: [slide('a/one', -1)] })]])('refuse %s', (text) => {
    expect(readTimes(text, 'times.json').problems.map(({ code }) => code)).toEqual(['briefing/times']);
  });
});

describe('minutes that topics state', () => {
  it('stand, and what is left goes to the others; more than there are, all are pressed into these', () => {
    expect(minutesOf(10, 0, [1, 1, 1], [3, null, 0.5])).toEqual({ minutes: [3, 6.5, 0.5], over: null });
    expect(minutesOf(null, 0, [1, 1], [3, null])).toEqual({ minutes: [3, null], over: null });
    expect(minutesOf(10, 0, [1, 1], [null, null]).minutes).toEqual([5, 5]);
    expect(minutesOf(null, 0, [1], [null]).minutes).toEqual([]);
    expect(minutesOf(10, 0, [1, 1], [2, 3])).toEqual({ minutes: [2, 3], over: null });
    const over = minutesOf(10, 0, [1, 1], [15, 5]);
    expect([over.over, over.minutes.reduce<number>((a, b) => a + (b ?? 0), 0)]).toEqual([20, 10]);
  });

  it('leave out what the briefing gives to other slides', () => {
    expect(minutesOf(10, 90, [1, 1], [null, 3])).toEqual({ minutes: [5.5, 3], over: null });
    expect(minutesOf(10, 600, [1, 1], [4, null])).toEqual({ minutes: [8, 2], over: 14 });
  });

  it('are what its slides take together, for the clock', async () => {
    const made = await articleMade({ articles: [ARTICLE], briefing: BRIEFING.replace('- topic: a/one', '- topic: a/one\n    minutes: 4') });
    const seconds = (topic: string) => made.scene.slides.filter((s) => s.topic === topic).reduce((sum, s) => sum + s.seconds, 0);
    expect(seconds('a/one')).toBeCloseTo(240);
    expect(made.scene.slides.filter(({ stated }) => stated).every(({ topic }) => topic === 'a/one')).toBe(true);
    expect(made.view.items[0]?.minutes).toBe(4);
  });
});

describe('seconds of slides that are no topic’s', () => {
  const withSeconds = (seconds: string) => BRIEFING.replace('minutes: 10\n', `${seconds}\n`);
  const read = (text: string) => parseBriefing(text, { file: 'b.yaml' });

  it('are read, written and what the clock plans with; the topics share the rest', async () => {
    const text = withSeconds('minutes: 10\nseconds: { agenda: 90, sources: 0 }');
    const briefing = unwrap(read(text));
    expect(briefing.seconds).toEqual({ agenda: 90, sources: 0 });
    expect(unwrap(read(writeBriefing(briefing))).seconds).toEqual({ agenda: 90, sources: 0 });
    const { scene, view } = await articleMade({ articles: [ARTICLE], briefing: text });
    const own = scene.slides.filter(({ topic }) => topic === null).map(({ kind, seconds, stated = false }) => [kind, seconds, stated]);
    expect(own).toContainEqual(['agenda', 90, true]);
    expect(own).toContainEqual(['sources', 0, true]);
    expect(view.items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBeCloseTo(8.5);
  });

  it('count for nothing where their slide is left out', async () => {
    const text = withSeconds('minutes: 10\nseconds: { agenda: 90 }\nwithout: [agenda]');
    const { view } = await articleMade({ articles: [ARTICLE], briefing: text });
    expect(view.items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBeCloseTo(10);
  });

  it('are said where they leave nothing to the topics', async () => {
    const article = unwrap(parseArticle(ARTICLE, { file: 'a.md' }));
    const { problems } = makeDeck({
      briefing: unwrap(read(withSeconds('minutes: 1\nseconds: { agenda: 60 }'))),
      file: 'b.yaml',
      articles: new Map([['a', { article, source: null, hash: '' }]]),
      pack: await builtInPack('policy-brief'),
      forPresenter: true,
    });
    const [found] = problems.filter(({ code }) => code === 'briefing/minutes');
    expect(found).toMatchObject({ severity: 'warning', received: '1 of 1 minutes, 60 seconds of other slides among them' });
    expect(found?.hint).toContain('`seconds`');
  });

  it.each(['{ agenda: -1 }', '{ agenda: soon }', '{ divider: 10 }'])('are refused as %s, with their place', (seconds) => {
    const { value, problems } = read(withSeconds(`seconds: ${seconds}`));
    expect([value, problems.map(({ code, place }) => [code, place?.line !== undefined])]).toEqual([null, [['briefing/field', true]]]);
  });

  it('are read back from a rehearsal, in steps of five', () => {
    const own = (kind: string, spent: number) => ({ id: 'x', topic: '', kind, title: 'T', planned: 20, spent });
    const times = unwrap(
      readTimes(JSON.stringify({ ...TIMES, slides: [own('agenda', 47), own('title', 1), own('sources', 0)] }), 'times.json'),
    );
    expect(deckTimes(times).map(({ slide, seconds }) => [slide, seconds])).toEqual([
      ['title', 5],
      ['agenda', 45],
    ]);
    const briefing = { ...unwrap(read(BRIEFING)), seconds: { sources: 5, agenda: 90 } };
    expect(briefingWithTimes(briefing, times, 'times.json').value.seconds).toEqual({ sources: 5, agenda: 45, title: 5 });
  });
});
