import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, lectern } from '../../support/cli.ts';
import { withWords } from '../../support/edited-deck.ts';
import { MERGE_ARTICLE, MERGE_BRIEFING, MERGE_FILES } from '../../support/merge-workspace.ts';

interface Report {
  readonly file: string | null;
  readonly articles: readonly string[];
  readonly offers: readonly { readonly was: string; readonly now: string; readonly question: boolean; readonly article: object | null }[];
  readonly taken: readonly string[];
  readonly sent: readonly string[];
}

/** A deck on which a colleague worked, beside its article and briefing. */
async function edited(
  words: Readonly<Record<string, string>>,
): Promise<(...args: string[]) => Promise<{ folder: string; status: number | null; err: string; report: Report }>> {
  const folder = await folderWith(MERGE_FILES);
  const built = await lectern(folder, 'build', MERGE_BRIEFING, '--out', 'out', '--format', 'pptx');
  expect(built.status, built.err).toBe(0);
  const deck = join(folder, 'out/kai.pptx');
  await writeFile(deck, withWords(await readFile(deck), words));
  return async (...args) => {
    const { status, out, err } = await lectern(folder, 'adopt', 'out/kai.pptx', '--briefing', MERGE_BRIEFING, '--json', ...args);
    return { folder, status, err, report: JSON.parse(out === '' ? '{}' : out) as Report };
  };
}

const TWO = { 'fährt dreimal am Tag': 'fährt dreimal täglich', 'hat 12': 'hat 14' };

describe('lectern adopt --to-article', () => {
  it('puts words into the article for good, at that line alone, and the rest into the briefing', async () => {
    const adopt = await edited(TWO);
    const { report, folder } = await adopt();
    expect(report.offers.map(({ was, article }) => [was.slice(0, 9), article !== null])).toEqual([
      ['Der Hafen', true],
      ['Die Bahn ', true],
    ]);
    const before = await readFile(join(folder, MERGE_ARTICLE), 'utf8');
    const { status, err, report: done } = await adopt('--take', 'all', '--to-article', '1');
    expect(status, err).toBe(0);
    expect([done.taken.length, done.sent.length, done.articles]).toEqual([1, 1, [join(folder, MERGE_ARTICLE)]]);
    expect((await readFile(join(folder, MERGE_ARTICLE), 'utf8')) === before.replace('hat 12', 'hat 14')).toBe(true);
    const briefing = await readFile(join(folder, MERGE_BRIEFING), 'utf8');
    expect([briefing.includes('dreimal täglich'), briefing.includes('14')]).toEqual([true, false]);
    // Nothing is left to take home: the article and the briefing say what the colleague says.
    expect((await adopt()).report.offers).toEqual([]);
  });

  it('writes nothing at all where one line does not stand so in its file', async () => {
    const adopt = await edited(TWO);
    const { folder } = await adopt();
    const file = join(folder, MERGE_ARTICLE);
    // The same words, written so that they cannot be found again.
    const entity = (await readFile(file, 'utf8')).replace('Der Hafen hat 12', 'Der Hafen h&#97;t 12');
    await writeFile(file, entity);
    const { status, err } = await adopt('--to-article', '1,2');
    expect([status, err.includes('home/not-in-article')]).toEqual([1, true]);
    expect((await readFile(file, 'utf8')) === entity).toBe(true);
    expect(await readdir(join(folder, 'content'))).toEqual(['kai.md']);
  });

  it('refuses a number that is not in the list', async () => {
    const adopt = await edited(TWO);
    const none = await adopt('--to-article', '7');
    expect([none.status, none.err.includes('there is no change 7')]).toEqual([1, true]);
  });
});
