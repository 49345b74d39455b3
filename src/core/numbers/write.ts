import { conventionOf } from './conventions.ts';

/**
 * A number as `readNumbers` reads it back in this language: without groups, with the language's decimal mark. Where the
 * language has no known custom, three decimals get a fourth, since `1.650` would be read two ways.
 */
export function writeNumber(value: number, language: string): string {
  const plain = String(value);
  const convention = conventionOf(language);
  if (convention?.decimal === ',') return plain.replace('.', ',');
  return convention === null ? plain.replace(/^(-?[1-9]\d{0,2}\.\d{3})(?=e|$)/, '$10') : plain;
}
