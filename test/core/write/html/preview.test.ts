import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../../../src/core/layout/types.ts';
import { markupMemory, slideWriter } from '../../../../src/core/write/html/index.ts';
import { META, paragraph, scene, slide, source, textBox } from '../../../support/html-scene.ts';
import { packTheme } from '../../../support/theme.ts';

const words = [paragraph([{ text: 'to ' }, { text: 'there', href: `#${'2'.padStart(16, '0')}` }, { text: '', refs: [1] }])];
const aligned = paragraph('to the right', { align: 'end' });
const first = slide(1, 'One', [textBox('body', 'body', [...words, aligned], { x: 54, y: 150, most: 60 })], {
  notes: [{ kind: 'text', runs: [{ text: 'A note' }] }],
});
const second = slide(2, 'Two', []);
const deck = scene([first, second], { sources: [source(1)] });

/** Every way in which a scene may change around a slide that stays as it is. */
const CHANGES: Readonly<Record<string, Scene>> = {
  'nothing but the stamp': { ...deck, meta: { ...META, stamp: '00000000', recipe: null } },
  'the number of the slide that a link leads to': { ...deck, slides: [first, { ...second, number: 3 }] },
  'the sources': { ...deck, sources: [] },
  'the words for “Notes”': { ...deck, meta: { ...META, words: { notes: 'Notizen' } } },
  'who it is for': { ...deck, meta: { ...META, forPresenter: false } },
  'the direction': { ...deck, meta: { ...META, direction: 'rtl' } },
  'the theme': { ...deck, theme: packTheme('talking-points') },
  'whether its fonts are at hand': { ...deck, faces: deck.faces.map((face) => ({ ...face, exact: false })) },
};

describe('markup of slides written one deck after another', () => {
  it.each(Object.entries(CHANGES))('is what each deck alone would have: %s changes', (_, after) => {
    const memory = markupMemory();
    memory.next(deck)(first);
    expect(memory.next(after)(first)).toEqual(slideWriter(after)(first));
  });

  it('would be another after each of these changes but the stamp’s, so that the test above can fail', () => {
    const before = slideWriter(deck)(first);
    const same = Object.keys(CHANGES).filter((name) => isDeepStrictEqual(slideWriter(CHANGES[name] ?? deck)(first), before));
    expect(same).toEqual(['nothing but the stamp']);
  });

  it('is not written again where nothing changed that it shows', () => {
    const memory = markupMemory();
    const before = memory.next(deck)(first);
    expect(memory.next({ ...deck, meta: { ...META, stamp: '00000000' } })(first)).toBe(before);
    expect(memory.next(deck)({ ...first })).not.toBe(before);
  });
});
