import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { isSfnt, readSfnt } from '../../../../src/core/write/html/font/sfnt.ts';
import { blankUnusedGlyphs } from '../../../../src/core/write/html/font/blank-unused-glyphs.ts';
import { transformedGlyf } from '../../../../src/core/write/html/font/glyf.ts';
import { writeWoff2 } from '../../../../src/core/write/html/font/woff2.ts';
import { loadFonts } from '../../../../src/workspace/fonts.ts';

const library = await loadFonts('dist/fonts');
const common = (family: string, weight = 400, style = 'normal'): Uint8Array => {
  const file = library.files.find((f) => f.family === family && f.weight === weight && f.style === style && f.common !== null);
  if (!file?.common) throw new Error(`no common glyphs of ${family}`);
  return file.common.read();
};
const codePoints = (text: string): Set<number> => new Set(Array.from(text, (c) => c.codePointAt(0) ?? 0));
const open = (bytes: Uint8Array): Font => create(Buffer.from(bytes)) as Font;
const thinned = (bytes: Uint8Array, text: string): Uint8Array => writeWoff2(blankUnusedGlyphs(readSfnt(bytes), codePoints(text)));
const shape = (font: Font, character: string): string => font.glyphForCodePoint(character.codePointAt(0) ?? 0).path.toSVG();

describe.each(['Carlito', 'Gelasio', 'Arimo', 'Caladea'])('%s, thinned to a few characters', (family) => {
  const whole = common(family);

  it('is far smaller, and a font that can be read', () => {
    expect(isSfnt(whole)).toBe(true);
    const bytes = thinned(whole, 'Hello');
    expect(bytes.byteLength).toBeLessThan(whole.byteLength / 4);
    expect(open(bytes).familyName).toBe(open(whole).familyName);
    expect(open(bytes).subfamilyName).toBe(open(whole).subfamilyName);
    expect(open(bytes).copyright).toBe(open(whole).copyright);
    expect(open(bytes).copyright).not.toBe('');
  });

  it('sets wanted text exactly as before, kerning and ligatures included', () => {
    const text = 'Two offices: fifty Tokyo flights, AV. Été naïve';
    const [before, after] = [open(whole), open(thinned(whole, text))];
    const [a, b] = [before.layout(text), after.layout(text)];
    expect(b.advanceWidth).toBe(a.advanceWidth);
    expect(b.glyphs.map((glyph) => glyph.path.toSVG())).toEqual(a.glyphs.map((glyph) => glyph.path.toSVG()));
  });

  it('kerns every pair of wanted characters as before, and knows no others', () => {
    const letters = Array.from('AVTWYaeoyrvf.,-’é');
    const [before, after] = [open(whole), open(thinned(whole, letters.join('')))];
    for (const first of letters) {
      const pairs = letters.map((second) => first + second);
      expect(pairs.map((pair) => after.layout(pair).advanceWidth)).toEqual(pairs.map((pair) => before.layout(pair).advanceWidth));
    }
    // the last segment of the table stands for no character
    const known = after.characterSet.filter((codePoint) => codePoint !== 0xffff).map((codePoint) => String.fromCodePoint(codePoint));
    expect(known).toEqual(letters.toSorted());
  });

  it('leaves the font it was made from as it is', () => {
    const before = Buffer.from(whole);
    thinned(whole, 'abc');
    expect(Buffer.compare(before, Buffer.from(whole))).toBe(0);
  });

  it('keeps what a wanted character is put together from, and no other outline', () => {
    const font = open(thinned(whole, 'é'));
    expect(shape(font, 'é')).toBe(shape(open(whole), 'é'));
    expect(shape(font, 'é')).not.toBe('');
    expect(shape(font, 'k')).toBe('');
  });
});

it('takes an outline of no contours for none, whether it has a head or not', () => {
  expect(transformedGlyf([new Uint8Array(10)], 0)).toEqual(transformedGlyf([new Uint8Array()], 0));
});

it('every face has its common glyphs ready to be thinned', () => {
  for (const family of ['Carlito', 'Gelasio', 'Arimo', 'Caladea']) {
    for (const weight of [400, 700]) for (const style of ['normal', 'italic']) expect(isSfnt(common(family, weight, style))).toBe(true);
  }
});
