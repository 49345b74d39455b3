import { describe, expect, it } from 'vitest';
import { DECK_LIMITS } from '../../../src/core/deck/size.ts';
import { deckOf } from '../../support/deck.ts';

const slide = (inner: string, title = 'T'): string => `<section layout="own"><h2>${title}</h2>${inner}</section>`;
const found = (text: string) => {
  const { value, problems } = deckOf(text);
  expect(value === null).toBe(problems.length > 0);
  return problems;
};

describe('a deck that is too large to be laid out', () => {
  it.each([
    ['a word', slide(`<p>${'x'.repeat(DECK_LIMITS.word + 1)}</p>`), 'letters in one word'],
    ['words', slide(`<p>${'word '.repeat(DECK_LIMITS.characters / 5 + 1)}</p>`), 'characters'],
    ['parts', slide(`<ul>${'<li>x</li>'.repeat(DECK_LIMITS.parts / 3)}</ul>`), 'paragraphs, cells and runs'],
  ])('by %s is refused, and it is said on which slide', (_, text, received) => {
    const problems = found(slide('<p>x</p>', 'Before') + text);
    expect(problems).toMatchObject([{ code: 'deck/too-large', place: { file: 'deck.hbs', slide: { number: 2, title: 'T' } } }]);
    expect(problems[0]?.received).toContain(received);
    expect(problems[0]?.hint).not.toBe('');
  });

  it('is none just below, nor where lines may end between signs', () => {
    expect(found(slide(`<p>${'x'.repeat(DECK_LIMITS.word)}</p>`))).toEqual([]);
    expect(found(slide(`<p>${'中'.repeat(DECK_LIMITS.word + 1)}</p>`))).toEqual([]);
  });
});
