import type { Place } from '../words/countries.ts';
import type { BodyBlock } from './body.ts';
import type { NameRun } from './name-runs.ts';

/** A country where a text in letters without case names it first. */
export interface NamedCountry {
  readonly name: string;
  readonly type: 'country';
  readonly confidence: number;
  readonly role: null;
  readonly alias: null;
  readonly run: NameRun;
}

/** Where a name stands: in Arabic, which divides words by spaces, not inside another (`مالي` in `المالية`). */
function placeOf(name: string, text: string): number {
  const anywhere = text.indexOf(name);
  if (anywhere === -1 || !/\p{Script=Arabic}/u.test(name)) return anywhere;
  const whole = new RegExp(`(?<![\\p{L}\\p{M}])([وفبلك]{0,2})${name}(?![\\p{L}\\p{M}])`, 'u').exec(text);
  return whole === null ? -1 : whole.index + (whole[1]?.length ?? 0);
}

/** The countries that paragraphs in Arabic, Chinese and the like name, each once a paragraph. */
export function caselessCountries(body: readonly BodyBlock[], countries: ReadonlyMap<string, Place>): NamedCountry[] {
  const names = [...countries].filter(([name, place]) => place.kind === 'name' && name.length >= 2 && !/[A-Za-z]/.test(name));
  return body.flatMap((block) =>
    names.flatMap(([name, place]): NamedCountry[] => {
      const start = placeOf(name, block.text);
      if (start === -1) return [];
      const run: NameRun = { text: name, tokens: [name], block, start, end: start + name.length, first: false };
      return [{ name: place.country, type: 'country', confidence: 0.85, role: null, alias: null, run }];
    }),
  );
}
