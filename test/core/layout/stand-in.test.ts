import { describe, expect, it } from 'vitest';
import { faceFinder, measuredBy } from '../../../src/core/layout/font/faces.ts';
import type { FontKind, Theme } from '../../../src/core/template/theme/types.ts';
import { FONTS, paragraphs, slide, textBox, THEME, tryLayOut } from '../../support/layout.ts';
import { unwrap } from '../../../src/core/base/errors.ts';

const LINE = 'The ministers agreed on a timetable for opening the border';

function width(family: string, kind?: FontKind, text = LINE): number {
  return faceFinder(FONTS)(family, 400, 'normal', kind).width(text, true);
}

describe('a font that is not at hand', () => {
  it.each([
    ['Calibri', undefined, 'Carlito', true, 'Arial'],
    ['Georgia', undefined, 'Gelasio', true, 'Times New Roman'],
    ['Ministry Sans', undefined, 'Arimo', false, 'Arial'],
    ['Ministry', 'serif', 'Gelasio', false, 'Times New Roman'],
    ['Ministry Serif', undefined, 'Gelasio', false, 'Times New Roman'],
    ['MS Sans Serif', undefined, 'Arimo', false, 'Arial'],
    ['Helvetica Neue LT Std 55 Roman', undefined, 'Arimo', false, 'Arial'],
    ['Ministry Condensed', undefined, 'Carlito', false, 'Arial'],
    ['Lato', undefined, 'Carlito', false, 'Arial'],
    ['Times New Roman', undefined, 'Caladea', false, 'Times New Roman'],
    ['Ministry Mono', undefined, null, false, 'Courier New'],
    ['Ministry', 'mono', null, false, 'Courier New'],
  ] as const)('is measured by the nearest: %s (%s) by %s', (family, kind, by, exact, fallback) => {
    expect(measuredBy(FONTS, family, kind)).toMatchObject({ by, exact, fallback });
  });

  it('has what its file says before what its name says', () => {
    expect(measuredBy(FONTS, 'Serif Gothic', 'sans').by).toBe('Arimo');
    expect(measuredBy(FONTS, 'Serif Gothic').by).toBe('Gelasio');
  });

  it('gets the room of the wider of its stand-in and of what PowerPoint shows in its place', () => {
    const narrow = width('Carlito');
    expect(narrow).toBeLessThan(width('Arial') * 0.95);
    expect(width('Ministry Condensed')).toBeCloseTo(width('Arial'), 6);
    expect(width('Ministry Sans')).toBeCloseTo(width('Arial') * 1.08, 6);
    expect(width('Lato')).toBeGreaterThanOrEqual(Math.max(narrow * 1.09, width('Arial')));
  });

  it('has a margin of its kind', () => {
    expect(width('Ministry', 'wide')).toBeGreaterThan(width('Ministry', 'sans') * 1.1);
    expect(width('Ministry', 'mono', 'iiii')).toBeCloseTo(width('Ministry', 'mono', 'MMMM'), 6);
  });

  it('holds Times New Roman, by the widths that its maker published', () => {
    const published: Readonly<Record<string, number>> = {
      ' ': 250, T: 611, a: 444, b: 500, c: 444, d: 500, e: 444, f: 333, g: 500, h: 500, i: 278, l: 278, m: 778, n: 500, o: 500, p: 500,
      r: 333, s: 389, t: 278, u: 500, v: 500, w: 722, y: 500,
    }; // prettier-ignore
    const real = Array.from(LINE).reduce((sum, ch) => sum + (published[ch] ?? 1000), 0) / 1000;
    expect(width('Times New Roman')).toBeGreaterThan(real);
    expect(width('Times New Roman')).toBeLessThan(real * 1.12);
  });

  it('shows Cyrillic though its nearest twin has none', () => {
    const face = faceFinder(FONTS)('Ministry Serif', 400, 'normal');
    expect(face.lookUp(0x416).kind).toBe('own');
    expect(face.width('Жизнь', true)).toBeGreaterThan(2);
  });

  it('has lines as tall as they are known to be, else taller than those of its stand-in', () => {
    const heights = (family: string): string => {
      const { ascent, descent, lineGap } = faceFinder(FONTS)(family, 400, 'normal').heights;
      return (ascent + descent + lineGap).toFixed(3);
    };
    expect(heights('Open Sans')).toBe('1.362');
    expect(Number(heights('Ministry Sans'))).toBeGreaterThan(1.2);
  });

  it('is named with what it was measured by, and the deck holds that for machines that have it not', () => {
    const fonts: Theme['fonts'] = { ...THEME.fonts, body: { ...THEME.fonts.body, latin: 'Ministry', kind: 'serif' } };
    const laid = tryLayOut([slide([...[paragraphs('Some words')]])], { theme: { ...THEME, fonts } });
    expect(laid.problems.find((p) => p.code === 'layout/font-missing')?.message).toContain('Gelasio');
    const scene = unwrap(laid);
    expect(scene.faces.find((face) => face.family === 'Ministry')).toMatchObject({ twin: 'Gelasio', exact: false });
    const line = textBox(scene.slides[0]).lines[0];
    expect(line?.width).toBeCloseTo(20 * width('Ministry', 'serif', 'Some words'), 0);
  });
});
