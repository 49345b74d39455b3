import { describe, expect, it } from 'vitest';
import { lineWith, linesOf, plainWords } from '../../../src/ui/state/wording.ts';
import type { TopicDetail } from '../../../src/ui/types.ts';
import { topicItem } from './sample.ts';

const topic: TopicDetail = {
  id: 't',
  heading: 'Who brokers the peace',
  summary: { markdown: 'Moscow *brokered* it. [¶2]', text: 'Moscow brokered it.', refs: [2] },
  points: [
    {
      markdown: 'Both sides met. [¶3]',
      text: 'Both sides met.',
      refs: [3],
      position: 1,
      level: 0,
      hash: 'h1',
      at: 'points/1/1',
      itemHash: 'i1',
      wholeHash: 'w1',
    },
    {
      markdown: 'They met again',
      text: 'They met again',
      refs: [],
      position: 2,
      level: 1,
      hash: 'h2',
      at: 'points/1/1/1',
      itemHash: 'i2',
      wholeHash: 'w2',
    },
  ],
  notes: 'Say this.',
};

describe('lines of a topic', () => {
  it('are the article’s, in order, each with what it takes to word it anew', () => {
    const lines = linesOf(topicItem('a/t'), topic);
    expect(lines.map(({ field, text }) => `${field.kind} ${text}`)).toEqual([
      'headline Who brokers the peace',
      'summary Moscow *brokered* it. [¶2]',
      'point Both sides met. [¶3]',
      'point They met again',
      'notes Say this.',
    ]);
  });

  it('are the briefing’s where it words them, with the article’s beside', () => {
    const item = topicItem('a/t', {
      overrides: { headline: 'New', summary: null, points: [{ position: 2, hash: 'old', text: 'Ours' }], notes: null },
    });
    const lines = linesOf(item, topic);
    expect(lines[0]).toMatchObject({ text: 'New', original: 'Who brokers the peace', worded: true });
    expect(lines[3]).toMatchObject({ text: 'Ours', worded: true, outdated: true });
    expect(lines[2]).toMatchObject({ worded: false, outdated: false });
  });

  it('without a source are the briefer’s own; headlines and notes need none', () => {
    expect(linesOf(topicItem('a/t'), topic).map(({ own }) => own)).toEqual([false, false, false, true, false]);
  });
});

describe('a line on a slide', () => {
  const lines = linesOf(topicItem('a/t'), topic);
  const found = (shown: string): string | undefined => lineWith(lines, shown)?.text;

  it.each([
    ['Both sides  met.', 'Both sides met. [¶3]'],
    ['Moscow brokered it.', 'Moscow *brokered* it. [¶2]'],
    ['Who brokers the peace (2/3)', 'Who brokers the peace'],
    ['Who brokers the peace: timeline', 'Who brokers the peace'],
    ['\u200EBoth sides met.\u200E', 'Both sides met. [¶3]'],
  ])('%j is recognised by its words', (shown, text) => {
    expect(found(shown)).toBe(text);
  });

  it.each(['Something else', '', 'Both', 'Say this.'])('%j is none of them', (shown) => {
    expect(found(shown)).toBeUndefined();
  });
});

it.each([
  ['**Bold** and _it_ [¶1, ¶2]', 'Bold and it'],
  ['a [link](https://x.y) here', 'a link here'],
  ['2 \\* 3', '2 * 3'],
])('%j reads as %j', (markdown, words) => {
  expect(plainWords(markdown)).toBe(words);
});
