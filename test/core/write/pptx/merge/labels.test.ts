import { expect, it } from 'vitest';
import { withLabels } from '../../../../../src/core/write/pptx/merge/paragraphs.ts';

const run = (text: string, raised = true): string => `<a:r><a:rPr lang="en"${raised ? ' baseline="30000"' : ''}/><a:t>${text}</a:t></a:r>`;
const words = (xml: string): string => [...xml.matchAll(/<a:t>([^<]*)</g)].map(([, text]) => text).join('');
const NOW = new Map<number, number | null>([
  [1, 2],
  [2, 1],
  [3, null],
]);
const renumber = (number: number): number | null => (NOW.has(number) ? (NOW.get(number) ?? null) : number);

it.each([
  ['one number', [run(' [1]')], ' [2]'],
  ['several, in their order again', [run(' [1,\u00A02]')], ' [1,\u00A02]'],
  ['one whose source is gone', [run(' [2, 3]')], ' [1]'],
  ['all gone', [run('Words', false), run(' [3]')], 'Words'],
  ['one that LibreOffice divided', [run(' ['), run('1'), run(']')], ' [2]'],
  ['a number that nobody gave', [run(' [9]')], ' [9]'],
  ['what is not raised', [run(' [1]', false)], ' [1]'],
  ['a raised word before it', [run('th'), run(' [1]')], 'th [2]'],
])('a label has its numbers anew: %s', (_, runs, now) => {
  const paragraph = `<a:p>${runs.join('')}</a:p>`;
  expect(words(withLabels(paragraph, renumber))).toBe(now);
});

it('keeps every byte of what has its numbers already', () => {
  const paragraph = `<a:p>${run('Words', false)}${run(' [9]')}</a:p>`;
  expect(withLabels(paragraph, renumber)).toBe(paragraph);
});
