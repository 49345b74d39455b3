import { describe, expect, it } from 'vitest';
import { ingest } from '../../../src/core/intake/index.ts';
import { draftOf } from '../../support/intake/draft.ts';
import { FIXTURE_SETS, loadFixtures } from '../../support/intake/fixtures.ts';
import { TOLD } from '../../support/intake/told.ts';
import { notWhole, savedSentences, whyNotWhole } from '../../support/intake/whole-sentences.ts';

describe('what is saved without a review is whole sentences of the source', () => {
  it.each(FIXTURE_SETS.flatMap((set) => loadFixtures(set).map((fixture) => [fixture.name, fixture] as const)))(
    'of the fixture %s',
    async (_, { bytes, file }) => {
      const { value } = await ingest(bytes, { name: file });
      expect(value && notWhole(value)).toEqual([]);
    },
  );

  it.each(Object.entries(TOLD))('of a text in %s', async (_, { text, kept, pieces }) => {
    const draft = await draftOf(text);
    expect(notWhole(draft)).toEqual([]);
    const saved = savedSentences(draft);
    // However long it is: nothing is left out of it.
    expect(saved.filter(({ kind }) => kind === 'summary' || kind === 'point').map((sentence) => sentence.text)).toContain(kept);
    for (const piece of pieces) expect(saved.filter((sentence) => sentence.text.startsWith(piece))).toEqual([]);
  });
});

it('takes no piece of a quotation for a heading, a standfirst or a topic', async () => {
  const long =
    'The guild of the ropemakers met in the long hall by the river and spoke for three hours of hemp, of wages and of the new machine.';
  const draft = await draftOf(`Rope

“We have made rope here since my

${long}

grandmother’s day,” said the oldest of them

${long} It voted at night, and the machine will come to Aren in spring.
`);
  expect(draft.blocks.filter(({ role }) => role === 'heading' || role === 'standfirst')).toEqual([]);
  expect(draft.topics.map(({ heading }) => heading.origin)).toEqual(draft.topics.map(() => 'cohesion'));
  expect(notWhole(draft)).toEqual([]);
});

it.each([
  ['at a quotation mark that was not escaped', 'The guild of the ropemakers tells of its '],
  ['at a number of characters', 'The guild of the ropemakers met in the long hall and spoke of hemp, of wa'],
  ['with dots', 'The guild of the ropemakers met in the long hall and spoke of hemp ...'],
  ['inside a quotation', 'We have made rope here since my grandmother’s day,” said the oldest of them.'],
])('takes no description for a standfirst that the page cut %s', async (_, description) => {
  const words = 'Hemp comes by ship from the east, and the new machine spins it in a day where forty hands took a week of work. '.repeat(3);
  const page = `<html lang="en"><head><title>Rope</title><meta name="description" content="${description}"></head><body><article><h1>Rope</h1><p>${words}</p><p>${words}</p></article></body></html>`;
  const whole = await draftOf(page.replace(description, 'The guild of the ropemakers met in the long hall.'), 'rope.html');
  expect(whole.meta.standfirst?.value).toBe('The guild of the ropemakers met in the long hall.');
  expect((await draftOf(page, 'rope.html')).meta.standfirst).toBeNull();
});

it('makes no topic’s heading of a number and its bound', async () => {
  const draft = await draftOf(`Rope

By Ana Ruiz

At least nineteen ropemakers left Aren. At least nineteen ropemakers went to Brask, and at least nineteen ropemakers stayed there for good.
`);
  for (const { heading } of draft.topics)
    for (const words of [heading.value, ...heading.alternatives]) expect(words).not.toMatch(/least|nineteen/i);
});

describe('the test itself', () => {
  const paragraph = 'The quay is old. “We wait. The cranes stand still,” said Erik Sandel, who runs it. It rains.';

  it.each([
    ['a clause', 'The cranes stand still'],
    ['a tail of a quotation', 'The cranes stand still,” said Erik Sandel, who runs it.'],
    ['a sentence inside one', 'We wait.'],
    ['a sentence without its end', 'The quay is'],
    ['other words', 'The quay is new.'],
  ])('takes %s for none', (_, text) => {
    expect(whyNotWhole(text, paragraph)).not.toBeNull();
  });

  it.each(['The quay is old.', '"We wait. The cranes stand still," said Erik Sandel, who runs it.', 'It rains.'])(
    'takes %s for one',
    (text) => {
      expect(whyNotWhole(text, paragraph)).toBeNull();
    },
  );
});
