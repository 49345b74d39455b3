import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../src/core/base/errors.ts';
import { ingest } from '../../../src/core/intake/index.ts';
import { findNumbers } from '../../../src/core/intake/find/numbers.ts';
import { readText } from '../../../src/core/intake/read/text.ts';
import type { Draft } from '../../../src/core/intake/types.ts';

const TEXT =
  'The ferry to Aren has been sold to a man from the north, who means to sail it until the ice comes and the council forgets it.';
const take = async (...lines: string[]): Promise<Draft> =>
  unwrap(await ingest(new TextEncoder().encode(lines.join('\n\n')), { name: 'ferry.txt' }));

describe('letters beyond ASCII', () => {
  it.each(['An exposé by Jane Doe', 'Résumé by Jane Doe', 'Enquête spéciale by Jane Doe'])(
    'stand before a name in “%s”',
    async (byline) => {
      const { meta, blocks } = await take(
        'A Ferry Is Sold',
        byline,
        TEXT,
        'Nobody on the island was asked, and nobody has complained so far.',
      );
      expect(meta.authors?.value).toEqual(['Jane Doe']);
      expect(blocks.map(({ role }) => role)).toEqual(['title', 'byline', 'body', 'body']);
    },
  );

  it.each(['42𝐱', '7𐐀'])('hold a number back that they stand right behind: %s', (text) => {
    expect(findNumbers(`The mark was ${text} here.`, { language: 'en' })).toEqual([]);
  });

  it('are not all that a line can hold: one of pictures is text, one of marks is a rule', () => {
    const { blocks } = readText(`${TEXT}\n❤️ 👩‍👩‍👧\n* * *\n${TEXT}`);
    expect(blocks.map((block) => block.text)).toEqual([TEXT, '❤️ 👩‍👩‍👧', TEXT]);
  });
});
