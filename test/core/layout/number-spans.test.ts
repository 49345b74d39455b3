import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/core/base/text.ts';
import { displayRuns, runsText } from '../../../src/core/layout/index.ts';
import { breaksOf } from '../../../src/core/layout/text/breaks.ts';
import { numberSpans } from '../../../src/core/layout/text/number-spans.ts';

const numbersIn = (text: string): string[] => numberSpans(text).map(({ start, end }) => text.slice(start, end));

describe('numbers in a text', () => {
  it.each([
    ['4,210,300 hectares', ['4,210,300']],
    ['4.210.300,75 Hektar', ['4.210.300,75']],
    ['4 210 300 hectares', ['4 210 300']],
    ['4\u202F210\u202F300 hectares', ['4\u202F210\u202F300']],
    ['4\u00A0210\u00A0300', ['4\u00A0210\u00A0300']],
    ["4'210'300 Hektaren", ["4'210'300"]],
    ['4’210’300', ['4’210’300']],
    ['₹42,10,300 करोड़', ['₹42,10,300']],
    ['٤٬٢١٠٬٣٠٠ هكتار', ['٤٬٢١٠٬٣٠٠']],
    ['۴٬۲۱۰ نفر', ['۴٬۲۱۰']],
    ['४२,१०,३०० लोग', ['४२,१०,३००']],
    ['约4210300人', ['4210300']],
    ['損失は42億円', ['42億']],
    ['−7.5 °C at night', ['−7.5 °C']],
    ['a change of -7.5%', ['-7.5%']],
    ['gained +3 %', ['+3 %']],
    ['٪٤٢', ['٪٤٢']],
    ['ב־42%', ['42%']],
    ['ב2019', ['2019']],
    ['~4,200 or ≈ 4,300', ['~4,200', '≈ 4,300']],
    ['US$ 4.2bn and R$ 9', ['US$ 4.2bn', 'R$ 9']],
    ['-$4.20 and $-4.20', ['-$4.20', '$-4.20']],
    ['42 € or EUR 42 or 42 CHF', ['42 €', 'EUR 42', '42 CHF']],
    ['10–12 and 10%–12%', ['10–12', '10%–12%']],
    ['1 200 000–1 300 000', ['1 200 000–1 300 000']],
    ['on 2031-05-12 at 10:30', ['2031-05-12', '10:30']],
    ['6.02×10²³ and 2½', ['6.02×10²³', '2½']],
    ['in 2019 12 345 left', ['2019', '12 345']],
    ['(4,210), 5.', ['4,210', '5']],
  ])('of “%s” are %j', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  it.each(['A4', 'CO2', 'x86', 'https://example.org/2031/05/1234567', 'DE00123456789', 'no digits at all', ''])(
    'are none in “%s”',
    (text) => {
      expect(numbersIn(text)).toEqual([]);
    },
  );

  it('do not take in a word of three capitals that is no currency', () => {
    expect(numbersIn('the BBC 4 and WHO 2')).toEqual(['4', '2']);
  });

  it('end no line inside, whatever groups them', () => {
    const lines = (text: string): string[] => breaksOf(text).map((b, i, all) => text.slice(all[i - 1]?.next ?? 0, b.end));
    expect(lines('some 4 210 300 fled')).toEqual(['some', '4 210 300', 'fled']);
    expect(lines('from 10–12 to 20–25 %')).toEqual(['from', '10–12', 'to', '20–25 %']);
    expect(lines('损失42億円')).toEqual(['损', '失', '42億', '円']);
    expect(lines('north–south')).toEqual(['north–', 'south']);
  });

  it('are shown with no-break spaces, for renderers that break lines for themselves, across runs too', () => {
    const runs: Run[] = [{ text: 'some 4 ', bold: true }, { text: '210 300' }, { text: ' fled, 5\u2009% more' }];
    expect(displayRuns(runs).map((run) => run.text)).toEqual(['some 4\u00A0', '210\u00A0300', ' fled, 5\u202F% more']);
    expect(runsText(runs)).toHaveLength('some 4 210 300 fled, 5 % more'.length);
  });
});
