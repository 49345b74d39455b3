import { dice } from './mutate.ts';
import { PARSERS, type ParserName } from './parsers.ts';

/** An input that a parser must not answer so. */
export interface Finding {
  readonly input: Uint8Array;
  readonly seed: number;
  readonly error: unknown;
}

/** Feeds a parser with changed inputs, one a seed from `first` on, until `isOver`. `before` sees each. */
export async function* fuzz(
  name: ParserName,
  first: number,
  isOver: (count: number) => boolean,
  before: (input: Uint8Array) => void = () => undefined,
): AsyncGenerator<Finding> {
  const parser = PARSERS[name];
  const seeds = await parser.seeds();
  for (let seed = first; !isOver(seed - first); seed++) {
    const random = dice(seed);
    const input = parser.mutate(random.of(seeds), random, seeds);
    before(input);
    try {
      await parser.feed(input);
    } catch (error) {
      yield { input, seed, error };
    }
  }
}
