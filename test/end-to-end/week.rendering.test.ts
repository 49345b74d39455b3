/** The same week, with colleagues who work in LibreOffice: it knows nothing of what it read but what is seen. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { editorFor } from '../support/by-hand.ts';
import { folderWith, lectern } from '../support/cli.ts';
import { validate } from '../support/validator.ts';

const BRIEFING = 'content/south-caucasus.briefing.yaml';
const edit = editorFor('test/end-to-end/week.rendering.test.ts');

async function said(file: string, parts = /^ppt\/slides\/[^/]+\.xml$/): Promise<string> {
  const files = unzipSync(await readFile(file));
  return Object.entries(files)
    .filter(([name]) => parts.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');
}

describe.skipIf(edit === null)('a week in LibreOffice', () => {
  it('loses nothing of what colleagues did, and has the new figure', { timeout: 240_000 }, async () => {
    const folder = await folderWith();
    await cp(join(process.cwd(), 'content'), join(folder, 'content'), { recursive: true });
    expect((await lectern(folder, 'build', BRIEFING, '--out', 'out', '--format', 'pptx')).status).toBe(0);
    const deck = join(folder, 'out/south-caucasus.pptx');
    await edit?.(folder, deck, [
      { kind: 'reword', on: 'With the enclave’s fall', at: 'Two obstacles to an agreement have receded', to: 'Two obstacles have receded' },
      { kind: 'reword', at: 'Ties to the West have been visibly worse', to: 'Ties to the West have been worse' },
      { kind: 'delete', at: 'Armenia should understand that the roots' },
      { kind: 'add', at: 'Ties to the West have been worse', to: 'A slide that somebody drew in LibreOffice' },
    ]);
    const article = join(folder, 'content/south-caucasus.md');
    const text = await readFile(article, 'utf8');
    await writeFile(
      article,
      text.replace('Azerbaijan claims eight villages that lie in Armenia.', 'Azerbaijan claims nine villages that lie in Armenia.'),
    );

    const { status, err, out } = await lectern(folder, 'merge', 'out/south-caucasus.pptx', '--briefing', BRIEFING);
    expect(status, err + out).toBe(0);
    const merged = join(folder, 'out/south-caucasus.merged.pptx');
    const words = await said(merged);
    for (const one of [
      'Two obstacles have receded',
      'have been worse since then',
      'A slide that somebody drew in LibreOffice',
      'nine villages',
    ])
      expect(words.includes(one), one).toBe(true);
    for (const one of [
      'Two obstacles to an agreement',
      'visibly worse',
      'eight villages that lie',
      'Armenia should understand that the roots',
    ])
      expect(words.includes(one), one).toBe(false);
    // What LibreOffice wrote is not all valid to the letter; the merge adds no fault to it.
    const before = new Set((await validate(await readFile(deck))).map((fault) => JSON.stringify(fault).replace(/slide\d+/g, 'slide')));
    const faults = (await validate(await readFile(merged))).map((fault) => JSON.stringify(fault).replace(/slide\d+/g, 'slide'));
    expect(faults.filter((fault) => !before.has(fault))).toEqual([]);

    const home = await lectern(folder, 'adopt', 'out/south-caucasus.pptx', '--briefing', BRIEFING, '--take', 'all', '--json');
    expect(home.status, home.err).toBe(0);
    expect((await lectern(folder, 'build', BRIEFING, '--out', 'friday', '--format', 'html')).status).toBe(0);
    const page = await readFile(join(folder, 'friday/south-caucasus.html'), 'utf8');
    for (const one of [
      'Two obstacles have receded',
      'have been worse since then',
      'A slide that somebody drew in LibreOffice',
      'nine villages',
    ])
      expect(page.includes(one), one).toBe(true);
    expect(page.includes('not in Washington: quotation')).toBe(false);
  });
});
