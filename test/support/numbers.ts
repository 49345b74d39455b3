import fc from 'fast-check';

/**
 * Numbers in many countries' writing, and whether a line divides one: told by the parts each was made of, not by a pattern,
 * so that what layout takes for a number is not asked about itself.
 */

const DIGITS = ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '०१२३४५६७८९'];
const STYLES = [
  { group: ',', decimal: '.' },
  { group: '.', decimal: ',' },
  { group: ' ', decimal: ',' },
  { group: '\u00A0', decimal: ',' },
  { group: '\u202F', decimal: ',' },
  { group: "'", decimal: '.' },
  { group: '’', decimal: '.' },
  { group: '٬', decimal: '٫' },
  { group: '', decimal: '.' },
];
const BEFORE = ['', '', '', '−', '-', '+', '$', '€', '~', '≈', 'US$', 'EUR ', '%'];
const AFTER = ['', '', '', '%', ' %', '‰', ' €', ' CHF', 'bn', ' °C'];

/** Groups of three, or in India's way of two before the last three. */
function grouped(whole: string, group: string, indian: boolean): string {
  let rest = whole.slice(0, -3);
  let number = whole.slice(-3);
  for (const size = indian ? 2 : 3; rest !== ''; rest = rest.slice(0, -size)) number = rest.slice(-size) + group + number;
  return number;
}

/** A number of up to so many digits before its decimals. */
export function writtenNumber(most: number): fc.Arbitrary<string> {
  return fc
    .record({
      length: fc.integer({ min: 1, max: most }),
      seed: fc.nat(),
      decimals: fc.constantFrom(0, 0, 1, 2),
      style: fc.constantFrom(...STYLES),
      digits: fc.constantFrom(...DIGITS, DIGITS[0] ?? '', DIGITS[0] ?? ''),
      indian: fc.boolean(),
      before: fc.constantFrom(...BEFORE),
      after: fc.constantFrom(...AFTER),
      range: fc.constantFrom(false, false, false, true),
    })
    .map(({ length, seed, decimals, style, digits, indian, before, after, range }) => {
      const digit = (i: number): string => digits[1 + ((seed + i * i * 7 + i * 3) % 9)] ?? '1';
      const whole = Array.from({ length }, (_, i) => digit(i)).join('');
      const fraction = Array.from({ length: decimals }, (_, i) => digit(i + 31)).join('');
      const number = grouped(whole, style.group, indian && style.group === ',') + (fraction && style.decimal + fraction);
      return `${before}${number}${range ? `–${number}` : ''}${after}`;
    });
}

/** Spaces that layout may show as others. */
const spaced = (text: string): string => text.replace(/[\u00A0\u202F\u2009]/g, ' ');

/** Whether a line that ends at `end` of `text` divides one of these numbers. */
export function divides(numbers: readonly string[], text: string, end: number): boolean {
  const words = spaced(text);
  return numbers.map(spaced).some((number) => {
    for (let at = words.indexOf(number); at >= 0; at = words.indexOf(number, at + 1)) if (at < end && end < at + number.length) return true;
    return false;
  });
}
