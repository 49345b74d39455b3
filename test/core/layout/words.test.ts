import { describe, expect, it } from 'vitest';
import { plainWord, wordCutAt } from '../../../src/core/layout/text/words.ts';
import { plainText } from '../../../src/core/base/text.ts';
import { articleMade } from '../../support/article-scene.ts';

/** In a language that no patterns are at hand for: others are divided by rules (divided-words.test.ts). */
const made = (body: string) =>
  articleMade({ pack: 'plain', articles: [`---\ntitle: T\nlanguage: et\n---\n\n## Zwei Spalten\n\n${body}\n`] });
/** The size of the box that the word stands in. */
const sizeOf = (scene: Awaited<ReturnType<typeof made>>['scene'], word: string): number =>
  scene.slides
    .flatMap(({ boxes }) => boxes)
    .flatMap((box) =>
      box.kind === 'text' && box.paragraphs.some(({ runs }) => plainText(runs).startsWith(word)) ? (box.levels[0]?.size ?? []) : [],
    )[0] ?? 0;

describe('a word that is wider than its line, and that no rules divide', () => {
  it('is set smaller where it has room in smaller type, and never smaller than that', async () => {
    const whole = 'Grundstücksverkehrsgenehmigungszuständigkeiten';
    const tried = await Promise.all(
      Array.from({ length: 28 }, async (_, i) => {
        const word = whole.slice(0, 12 + i);
        const { scene, problems } = await made(`${word} fehlt.\n\n- Eins`);
        return { size: sizeOf(scene, word), divided: problems.length > 0 };
      }),
    );
    const full = tried[0]?.size ?? 0;
    const kept = tried.filter(({ divided }) => !divided);
    expect(kept.map(({ size }) => size)).toEqual(kept.map(({ size }) => size).sort((a, b) => b - a));
    expect(kept.at(-1)?.size).toBeLessThan(full);
    expect(tried.at(-1)?.divided).toBe(true);
  });

  it('is named where it stands on two lines', async () => {
    const { problems } = await made('Kabinettsbeschlussvorlagenverordnungsentwurfsfassung, endlich.\n\n- Eins');
    expect(problems).toMatchObject([
      {
        code: 'layout/word-divided',
        severity: 'warning',
        received: 'Kabinettsbeschlussvorlagenverordnungsentwurfsfassung',
        place: { slide: { number: 2, title: 'Zwei Spalten' } },
      },
    ]);
  });

  it.each([
    'https://example.org/a/very/long/address/that/no/line/of/this/narrow/column/can/ever/hold/whole.html',
    '这是一个没有空格的很长的句子它在任何地方都可以换行因为中文就是这样写的没有空格的很长的句子',
    'Kabinettsbeschlussvorlagen-verordnungsentwurfs-fassungen',
  ])('is none where a line may end inside it: %s', async (words) => {
    expect((await made(`${words}.\n\n- Eins`)).problems).toEqual([]);
  });
});

it.each([
  ['“Kabinett,', 'Kabinett'],
  ['it’s', 'it’s'],
  ['https://example.org', null],
  ['a@b.org', null],
  ['A4', null],
  ['נמל', 'נמל'],
  ['x', null],
])('knows a word: %s', (stretch, word) => {
  expect(plainWord(stretch)).toBe(word);
});

it.each([
  ['the Kabinett met', 8, 'Kabinett'],
  ['the Kabinett met', 4, null],
  ['well-known', 5, null],
  ['120 000', 2, null],
])('knows where a word is cut: %s at %i', (text, at, word) => {
  expect(wordCutAt(text, at)).toBe(word);
});
