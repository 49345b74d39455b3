import { expect, it } from 'vitest';
import { ingest } from '../../../../src/core/intake/index.ts';

const WORDS = [
  'The river board met on Monday and, after it had heard the pilots, closed the upper lock to barges of more than ninety metres.',
  'The pilots had asked for it in March, when two barges of that length touched the ground on one day, and again in May.',
  'Whoever is longer unloads at the lower quay, where the board has rented a second crane for the months of low water.',
];
const PARAGRAPHS = WORDS.map((words) => `<p>${words}</p>`).join('');

/** Pages whose makers left elements out, as the HTML standard lets them, or put them where they do not belong. */
it.each([
  ['neither an end of the head nor a body', `<!DOCTYPE html><html lang=en><head><title>Low water</title>${PARAGRAPHS}`],
  ['a head alone', `<head><title>Low water</title></head>${PARAGRAPHS}`],
  ['a root alone', `<html><title>Low water</title>${PARAGRAPHS}</html>`],
  [
    'something seen in the head',
    `<html><head><title>Low water</title><big>x</big></head><body><article>${PARAGRAPHS}</article></body></html>`,
  ],
  ['words behind the root', `<html><head><title>Low water</title></head></html>${PARAGRAPHS}`],
  ['two bodies', `<html><head><title>Low water</title></head><body></body><body>${PARAGRAPHS}</body></html>`],
])('reads a page with %s', async (_, page) => {
  const { value } = await ingest(new TextEncoder().encode(page), { name: 'a.html' });
  expect(value?.meta.title?.value).toBe('Low water');
  const text = value?.blocks.map((block) => block.text).join('\n') ?? '';
  expect(WORDS.filter((words) => !text.includes(words))).toEqual([]);
});
