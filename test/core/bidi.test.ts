import { describe, expect, it } from 'vitest';
import { joinedValues, lettersOf, markBetween, marksAround, type Piece } from '../../src/core/base/bidi.ts';

/** Marks as words, so that a failure can be read. */
const shown = (text: string): string => text.replaceAll('\u200E', '<L>').replaceAll('\u200F', '<R>');
const value = (text: string): Piece => ({ text, isValue: true });
const own = (text: string): Piece => ({ text, isValue: false });

describe('lettersOf', () => {
  it.each([
    ['שלום 12', 'rtl'],
    ['Port 12', 'ltr'],
    ['12 %', null],
    ['٤١٪', null],
    ['ה־OECD', 'both'],
    ['中文 ישראל', 'both'],
    ['', null],
  ])('%s: %s', (text, direction) => {
    expect(lettersOf(text)).toBe(direction);
  });
});

describe('marksAround', () => {
  it.each([
    ['Index 2019 = 100.', 'rtl', 'Index 2019 = 100.<L>'],
    ['10–12 MW', 'rtl', '<L>10–12 MW'],
    ['5G', 'rtl', '5G'],
    ['Acme Ltd. (UK)', 'rtl', 'Acme Ltd. (UK)<L>'],
    ['OECD', 'rtl', 'OECD'],
    ['ה־OECD.', 'rtl', 'ה־OECD.'],
    ['2024.', 'rtl', '2024.'],
    ['שלום!', 'ltr', 'שלום!<R>'],
    ['Hello!', 'ltr', 'Hello!'],
  ] as const)('“%s” in a line that runs %s', (text, base, expected) => {
    const { before, after } = marksAround(text, base);
    expect(shown(before + text + after)).toBe(expected);
  });
});

describe('markBetween', () => {
  it('parts what would be drawn into words of the other direction, and nothing else', () => {
    expect(shown(markBetween('דיון עם OECD', ' (2/2)', 'rtl'))).toBe('<R>');
    expect(shown(markBetween('דיון עם OECD', ': נתונים', 'rtl'))).toBe('');
    expect(shown(markBetween('דיון', ' (2/2)', 'rtl'))).toBe('');
    expect(shown(markBetween('The port, שלום', ' (2/2)', 'ltr'))).toBe('<L>');
    expect(markBetween('The port', ' (2/2)', 'ltr')).toBe('');
  });
});

describe('joinedValues', () => {
  it('keeps speaker, role and date apart', () => {
    const pieces = [value('Ines Aldworth'), own(', '), value('CEO, Acme Ltd.'), own(', '), value('12 באוגוסט 2025')];
    expect(shown(joinedValues(pieces, 'rtl'))).toBe('Ines Aldworth<R>, CEO, Acme Ltd.<L><R>, 12 באוגוסט 2025');
  });

  it('keeps the signs of a unit with its letters', () => {
    expect(shown(joinedValues([value('ייצוא'), own(' ('), value('$m'), own(')')], 'rtl'))).toBe('ייצוא (<L>$m)');
  });

  it('adds nothing to words of one direction', () => {
    expect(joinedValues([value('Ana Lind'), own(', '), value('2024-05-01')], 'ltr')).toBe('Ana Lind, 2024-05-01');
    expect(joinedValues([value('דנה כהן'), own(', '), value('12 במאי 2025')], 'rtl')).toBe('דנה כהן, 12 במאי 2025');
  });
});
