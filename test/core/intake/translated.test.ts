import { describe, expect, it } from 'vitest';
import { takenIn } from '../../support/intake/taken.ts';

const MORE = 'The council of the town will meet again in June, and talk of the quay, the bridge and the single railway track.';
const taken = (sentence: string) => takenIn(new TextEncoder().encode(`The port and the river\n\n${sentence}\n\n${MORE}`), 'a.txt');

describe('a quotation that its source calls a translation', () => {
  it.each([
    ['“We must decide on the quay before the summer comes,” said Ines Aldworth (translated from German).', 'translated from German'],
    ['“We must decide on the quay before the summer comes,” said Ines Aldworth [our translation].', 'our translation'],
    ['Ines Aldworth: „Wir müssen vor dem Sommer über den Kai entscheiden“ (aus dem Englischen übersetzt).', 'aus dem Englischen übersetzt'],
  ])('is marked so: %s', async (sentence, note) => {
    const { text } = await taken(sentence);
    expect(new RegExp(`^> — Ines Aldworth.*, ${note} \\[¶`, 'm').test(text)).toBe(true);
  });

  it('is no other one, and none where another thing is translated', async () => {
    const { text } = await taken(
      '“We must decide on the quay before the summer comes,” said Ines Aldworth. The report (in translation since May) is out.',
    );
    expect(/^> — .*translat/m.test(text)).toBe(false);
  });

  it.each(['“We must decide on the quay before the summer comes” (translated from German) stood on a wall.'])(
    'waits for a person where nobody is named: %s',
    async (sentence) => {
      const { text, draft } = await taken(sentence);
      const found = draft.topics.flatMap(({ items }) => items.filter((item) => item.kind === 'quotation' && item.form === 'quotation'));
      expect(found.every(({ confidence }) => confidence < 0.5)).toBe(true);
      expect(/^> /m.test(text)).toBe(false);
    },
  );
});
