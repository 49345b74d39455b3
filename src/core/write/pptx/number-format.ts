import { signsOf, type NumberStyle } from '../../numbers/index.ts';

/**
 * A number format in the deck's own signs: `[$-407]#,##0.00`. LibreOffice follows the locale code; PowerPoint writes
 * separators as its reader's system does (docs/ooxml/charts.md).
 */
export function numberFormat(language: string, { decimals, grouping }: NumberStyle): string {
  const { code, minus } = signsOf(language);
  const digits = `${grouping ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  const positive = `[$-${code}]${digits}`;
  if (minus === '-') return positive;
  return `${positive};[$-${code}]${Array.from(minus, (sign) => `\\${sign}`).join('')}${digits}`;
}
