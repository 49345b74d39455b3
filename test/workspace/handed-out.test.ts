import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { baseWordsOf } from '../../src/core/write/pptx/merge/handed-out.ts';
import { wordsHandedOut } from '../../src/workspace/handed-out.ts';
import { mergeDeck } from '../../src/workspace/merge.ts';
import { openFonts } from '../../src/workspace/pack-fonts.ts';
import { resourcesBelow } from '../../src/workspace/resources.ts';
import { folderWith, lectern, STORE } from '../support/cli.ts';
import { MERGE_ARTICLE, MERGE_BRIEFING, MERGE_FILES, OUR_ARTICLE, THEIR_WORDS } from '../support/merge-workspace.ts';

it('a merge has the words that were handed out, where this machine has handed the deck out', async () => {
  const folder = await folderWith(MERGE_FILES);
  const { status, err } = await lectern(folder, 'handover', MERGE_BRIEFING, '--out', 'given', '--without', 'pdf');
  expect(status, err).toBe(0);
  const [given = ''] = await readdir(join(folder, 'given'));
  const name = (await readdir(join(folder, 'given', given))).find((one) => one.endsWith('.pptx') && !one.includes('audience')) ?? '';
  const files = unzipSync(await readFile(join(folder, 'given', given, name)));
  const texts = Object.entries(files).map(([part, bytes]) => {
    if (!/^ppt\/slides\/[^/]+\.xml$/.test(part)) return [part, bytes] as const;
    return [part, strToU8(Object.entries(THEIR_WORDS).reduce((text, [from, to]) => text.replaceAll(from, to), strFromU8(bytes)))] as const;
  });
  const edited = zipSync(Object.fromEntries(texts));
  await writeFile(join(folder, 'edited.pptx'), edited);
  await writeFile(join(folder, MERGE_ARTICLE), OUR_ARTICLE);

  const resources = resourcesBelow(process.cwd());
  const request = { file: join(folder, 'edited.pptx'), briefing: join(folder, MERGE_BRIEFING), base: folder, template: null };
  const { value } = await mergeDeck(
    { ...request, choices: new Map(), keepLooks: false, now: 0 },
    { resources, fontsFor: openFonts(resources) },
  );
  const words = await wordsHandedOut({ home: STORE.home, root: folder }, edited);
  expect(value?.conflicts.map((one) => words && baseWordsOf(one, words))).toEqual([
    ['Die Kräne sind dreißig Jahre alt und fallen jede Woche aus.'],
    ['Der Haushalt sieht 3 Millionen Euro vor.'],
  ]);
  // Another workspace's history is none of this one's.
  expect(await wordsHandedOut({ home: STORE.home, root: join(folder, 'given') }, edited)).toBeNull();
});
