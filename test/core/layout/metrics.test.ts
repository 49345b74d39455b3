import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { openFont } from '../../../src/core/layout/font/file.ts';
import type { FontFile } from '../../../src/core/layout/types.ts';
import { FONTS } from '../../support/layout.ts';

/** The shaping engine, told to leave out the placing of marks, which moves no advance (and on which it fails for some words). */
function shaped(file: FontFile, text: string): number {
  const font = create(file.read() as Buffer) as Font;
  return font.layout(text, { mark: false, mkmk: false }).advanceWidth / font.unitsPerEm;
}

function fileOf(family: string, subset: string, weight: 400 | 700 = 400, style: 'normal' | 'italic' = 'normal'): FontFile {
  const file = FONTS.files.find((f) => f.family === family && f.subset === subset && f.weight === weight && f.style === style);
  if (!file) throw new Error(`${family} ${subset} was not built`);
  return file;
}

const LATIN = [
  'AVATAR Type VA To. “We” fixed office affluent Tyre “Yes”, “No”.',
  'Hikmet Hajiyev said: “We are ready to sign”; 120,000 people left – 56 %.',
  'différence, Über, naïve coöperation, façade; ÅÄÖ',
];

describe('measured widths', () => {
  it.each([
    ...['Carlito', 'Gelasio', 'Arimo', 'Caladea'].flatMap((family) =>
      ([400, 700] as const).flatMap((weight) =>
        (['normal', 'italic'] as const).map((style) => [family, 'latin', weight, style, LATIN] as const),
      ),
    ),
    ['Carlito', 'latin-ext', 400, 'normal', ['łążęćńśź', 'ŘŠČŽĀĒĪ', 'ğşİ']],
    ['Carlito', 'cyrillic', 400, 'normal', ['Переговоры', 'ГДЕ', 'Тбилиси', 'уТ']],
    ['Carlito', 'greek', 400, 'normal', ['Συνάντηση', 'ΑΥΤΟ']],
    ['Arimo', 'cyrillic', 700, 'normal', ['Переговоры', 'ГДЕ', 'Тбилиси']],
    ['Noto Sans Hebrew', 'hebrew', 400, 'normal', ['שלום', 'הסכם', 'ירושלים']],
  ] as const)('equal those of a shaping engine: %s %s %i %s', (family, subset, weight, style, texts) => {
    const file = fileOf(family, subset, weight, style);
    for (const text of texts) expect([text, openFont(file).advance(text, true)]).toEqual([text, expect.closeTo(shaped(file, text), 5)]);
  });

  it('of joined Arabic letters are a little generous, since pairs are not kerned', () => {
    const file = fileOf('Noto Sans Arabic', 'arabic');
    const words = 'أعلن وزير الخارجية الأذربيجاني أن بلاده مستعدة لتوقيع اتفاق السلام مع أرمينيا لا في أقرب وقت ممكن'.split(' ');
    const ratios = words.map((word) => openFont(file).advance(word, true) / shaped(file, word));
    expect(Math.min(...ratios)).toBeGreaterThan(0.97);
    expect(ratios.reduce((a, b) => a + b, 0) / ratios.length).toBeLessThan(1.05);
  });

  it('leave ligatures apart where letters are spaced', () => {
    const file = fileOf('Carlito', 'latin');
    const font = create(file.read() as Buffer) as Font;
    expect(openFont(file).advance('office', false)).toBeCloseTo(font.layout('office', { liga: false }).advanceWidth / font.unitsPerEm, 5);
  });

  it('come with the natural line height', () => {
    const heights = ['Carlito', 'Gelasio', 'Caladea', 'Arimo'].map((family) => {
      const { ascent, descent, lineGap } = openFont(fileOf(family, 'latin'));
      return ascent + descent + lineGap;
    });
    expect(heights.map((h) => h.toFixed(4))).toEqual(['1.2207', '1.2695', '1.1500', '1.1499']);
  });
});
