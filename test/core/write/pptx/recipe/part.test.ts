import { beforeAll, describe, expect, it } from 'vitest';
import { LecternError } from '../../../../../src/core/base/errors.ts';
import { writeZip, type Parts } from '../../../../../src/core/base/ooxml/zip.ts';
import { chosenLayouts, recipeStamp, writePptx } from '../../../../../src/core/write/pptx/index.ts';
import type { Scene } from '../../../../../src/core/layout/types.ts';
import { opened } from '../../../../support/package.ts';
import { richScene } from '../../../../support/rich-scene.ts';

const scene = richScene();
/** Its first slide's layout was chosen. */
const chosen: Scene = { ...scene, slides: scene.slides.map((slide, i) => (i === 0 ? { ...slide, chosen: true } : slide)) };
let bytes: Uint8Array;
let parts: Parts;

beforeAll(async () => {
  bytes = (await writePptx(chosen)).value;
  parts = opened(bytes);
});

const without = (isGone: (name: string) => boolean): Uint8Array => writeZip(new Map([...parts].filter(([name]) => !isGone(name))));

describe('the recipe of a deck', () => {
  it('says which layouts were chosen, and its stamp', () => {
    expect([...chosenLayouts(bytes)]).toEqual([[scene.slides[0]?.id, scene.slides[0]?.layout]]);
    expect(recipeStamp(bytes)).toBe(scene.meta.stamp);
  });

  it('is read without the slides', () => {
    const alone = without((name) => name.startsWith('ppt/') && name !== 'ppt/presentation.xml');
    expect(chosenLayouts(alone)).toEqual(chosenLayouts(bytes));
  });

  it('is none where its part is gone', () => {
    const bare = without((name) => name.startsWith('customXml/'));
    expect(chosenLayouts(bare).size).toBe(0);
    expect(recipeStamp(bare)).toBeNull();
  });

  it('is refused where the file is no deck', () => {
    expect(() => chosenLayouts(without((name) => name === 'ppt/presentation.xml'))).toThrow(LecternError);
    expect(() => chosenLayouts(new TextEncoder().encode('no zip'))).toThrow(LecternError);
  });
});
