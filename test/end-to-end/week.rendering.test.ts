/**
 * The same week, with colleagues who work in LibreOffice, which knows nothing of what it read but what is seen, and with a library that knows
 * nothing of Office at all and writes every part anew.
 */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { editorFor, pythonEditorFor } from '../support/by-hand.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { folderWith, lectern } from '../support/cli.ts';
import { readPdf } from '../support/pdf.ts';
import { validate } from '../support/validator.ts';

const BRIEFING = 'content/south-caucasus.briefing.yaml';
const FILE = 'test/end-to-end/week.rendering.test.ts';
const EDITORS = [
  ['LibreOffice', editorFor(FILE)],
  ['a library of its own', pythonEditorFor(FILE)],
] as const;

async function said(file: string, parts = /^ppt\/slides\/[^/]+\.xml$/): Promise<string> {
  const files = unzipSync(await readFile(file));
  return Object.entries(files)
    .filter(([name]) => parts.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');
}

describe.each(EDITORS)('a week in %s', (_, edit) => {
  it.skipIf(edit === null)('loses nothing of what colleagues did, and has the new figure', { timeout: 240_000 }, async () => {
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

  it.skipIf(edit === null)(
    'asks about what both changed, takes cells, values and figures home, and has them in every copy',
    { timeout: 240_000 },
    async () => {
      const folder = await folderWith();
      await cp(join(process.cwd(), 'content'), join(folder, 'content'), { recursive: true });
      const briefing = 'content/river-port.briefing.yaml';
      const run = (...args: string[]): ReturnType<typeof lectern> => lectern(folder, ...args);
      expect((await run('build', briefing, '--out', 'out', '--format', 'pptx')).status).toBe(0);
      const deck = join(folder, 'out/river-port.pptx');
      await cp(deck, join(folder, 'monday.pptx'));
      await edit?.(folder, deck, [
        { kind: 'cell', at: 'Cost of the five measures', from: '24.0', to: '26.5' },
        { kind: 'value', at: 'Containers in 2024: forecast and counted', from: 16_500, to: 17_250 },
        {
          kind: 'reword',
          at: 'The single track carries at most eleven freight trains',
          to: 'The one track carries at most eleven freight trains',
        },
        { kind: 'reword', at: 'The Fennick bridge is closed to lorries', to: 'The bridge is shut to lorries' },
      ]);
      const file = join(folder, 'content/river-port.md');
      const text = await readFile(file, 'utf8');
      const now = text
        .replace('The Fennick bridge is closed to lorries above 30 tonnes.', 'The Fennick bridge is closed to lorries above 28 tonnes.')
        .replace('a barge waits six hours', 'a barge waits seven hours');
      expect(now).not.toBe(text);
      await writeFile(file, now);

      // What changed since Monday.
      const diff = await run('diff', 'monday.pptx', 'out/river-port.pptx');
      for (const one of ['[-24.0-]{+26.5+}', '16500 → 17250', '{+one+} track carries', '{+shut+} to lorries'])
        expect(diff.out.includes(one), `${one} in ${diff.out}`).toBe(true);

      // One line was changed on both sides: theirs stays, with a comment, until somebody chooses.
      const open = await run('merge', 'out/river-port.pptx', '--briefing', briefing);
      expect([open.status, open.err.match(/merge\/conflict/g)?.length]).toEqual([1, 1]);
      expect(open.err).toMatch(/The bridge is shut[^]*28 tonnes/);
      const taken = await run('merge', 'out/river-port.pptx', '--briefing', briefing, '--take', 'ours', '--out', 'out/settled.pptx');
      expect(taken.status, taken.err).toBe(0);
      const words = await said(join(folder, 'out/settled.pptx'));
      for (const one of ['26.5', 'The one track carries', 'seven hours', '28 tonnes']) expect(words.includes(one), one).toBe(true);
      for (const one of ['The bridge is shut', 'six hours on average', 'The single track']) expect(words.includes(one), one).toBe(false);
      expect(await said(join(folder, 'out/settled.pptx'), /^ppt\/charts\/chart[^/]*\.xml$/)).toContain('17250');

      // It comes home, and each copy has it.
      const home = await run('adopt', 'out/settled.pptx', '--briefing', briefing, '--take', 'all', '--json');
      expect(home.status, home.err).toBe(0);
      const offers = (JSON.parse(home.out) as { offers: { edit: { at: string; text: string | number }; question: boolean }[] }).offers;
      expect(
        offers
          .map(({ edit: { at, text: said_ }, question }) => [at.replace(/\/.*/, ''), String(said_).replace(/\*|\s*\[¶.*/g, ''), question])
          .sort(),
      ).toEqual([
        ['chart', '17250', true],
        ['points', 'The one track carries at most eleven freight trains a day.', true],
        ['table', '26.5', true],
      ]);
      const formats = CHROMIUM === null ? 'html,pptx' : 'html,pptx,pdf';
      const built = await run('build', briefing, '--out', 'friday', '--format', formats, '--for', 'audience');
      expect(built.status, built.err).toBe(0);
      const copies = [
        (await readFile(join(folder, 'friday/river-port.audience.html'), 'utf8')).replace(/<[^>]*>/g, ''),
        await said(join(folder, 'friday/river-port.audience.pptx')),
        ...(CHROMIUM === null
          ? []
          : [(await readPdf(await readFile(join(folder, 'friday/river-port.audience.pdf')))).map((page) => page.text).join('\n')]),
      ].map((copy) => copy.replace(/<[^>]*>/g, '').replace(/\s+/g, ' '));
      for (const copy of copies)
        for (const one of ['26.5', 'The one track carries', '28 tonnes']) expect(copy.includes(one), one).toBe(true);
    },
  );
});
