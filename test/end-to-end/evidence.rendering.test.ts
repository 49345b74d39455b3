/** Charts, tables and timelines as a colleague finds them: native, so that a value, a cell and an event are changed where they stand. */
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { editorFor } from '../support/by-hand.ts';
import { folderWith, lectern } from '../support/cli.ts';

const edit = editorFor('test/end-to-end/evidence.rendering.test.ts');

async function parts(file: string, name: RegExp): Promise<string> {
  const files = unzipSync(await readFile(file));
  return Object.entries(files)
    .filter(([path]) => name.test(path))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');
}

const words = (xml: string): string[] => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => text).sort();

describe.skipIf(edit === null)('evidence in LibreOffice', () => {
  it('is edited where it stands, and all else is still whole', { timeout: 240_000 }, async () => {
    const folder = await folderWith();
    await cp(join(process.cwd(), 'content'), join(folder, 'content'), { recursive: true });
    expect((await lectern(folder, 'build', 'content/river-port.briefing.yaml', '--out', 'out', '--format', 'pptx')).status).toBe(0);
    const deck = join(folder, 'out/river-port.pptx');
    const slides = /^ppt\/slides\/slide\d+\.xml$/;
    const before = words(await parts(deck, slides));
    await edit?.(folder, deck, [
      { kind: 'value', at: 'Containers in 2024: forecast and counted', from: 16_500, to: 17_250 },
      { kind: 'cell', at: 'Cost of the five measures', from: '24.0', to: '26.5' },
      { kind: 'reword', on: 'Last day for a decision', at: 'First of the five measures', to: 'First of four measures' },
    ]);
    const after = words(await parts(deck, slides));
    expect(before.filter((text) => !after.includes(text))).toEqual(expect.arrayContaining(['24.0']) as unknown);
    expect(after.join(' ')).toContain('26.5');
    expect(after.join(' ')).toContain('First of four measures');
    const charts = await parts(deck, /^ppt\/charts\/chart[^/]*\.xml$/);
    expect(charts).toContain('<c:v>17250</c:v>');
    expect(charts).not.toContain('<c:v>16500</c:v>');
    // Nothing else went: every other word of every slide is there.
    const gone = before.filter((text) => !after.join(' ').includes(text.trim()));
    expect(gone.filter((text) => !/24\.0|First of the five measures/.test(text))).toEqual([]);
  });
});
