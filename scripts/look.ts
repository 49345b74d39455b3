/**
 * How decks look, in figures: every slide of every deck as Chromium draws it, under a grid of 48 × 27 cells.
 * `npm run look -- [--packs a,b] [--variants light,dark] [--depths headline,points,full] [--sheets DIR] [--check] [FILE…]`: briefings and
 * articles, those of `content` and `test/fixtures/look` where none is named; `given` is a depth too, that which a briefing has. With
 * `--sheets` every deck is a picture in that folder; with `--check` the exit code is 1 where a bound is broken. Needs Chromium.
 */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Depth } from '../src/core/briefing/types.ts';
import { unwrap } from '../src/core/base/errors.ts';
import { outputName } from '../src/workspace/build.ts';
import { loadFonts } from '../src/workspace/fonts.ts';
import { listPacks, loadPack } from '../src/workspace/packs.ts';
import { resourcesBelow } from '../src/workspace/resources.ts';
import { launchChromium } from '../test/support/chromium.ts';
import { picturesOf, sceneOf, sheet } from './look/decks.ts';
import { BOUNDS, deckFigures, shareUnder, WANTED, type DeckFigures } from './look/figures.ts';
import { pageUse } from './look/grid.ts';

const root = process.cwd();
const resources = resourcesBelow(root);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    packs: { type: 'string' },
    variants: { type: 'string', default: 'light' },
    depths: { type: 'string', default: 'given' },
    sheets: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});

async function filesIn(folder: string, ending: RegExp): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter((name) => ending.test(name)).map((name) => join(folder, name));
}

const DEPTHS: Readonly<Record<string, Depth | null>> = { given: null, headline: 'headline', points: 'points', full: 'full' };
const depths = values.depths.split(',').map((name): [string, Depth | null] => {
  const depth = DEPTHS[name];
  if (depth === undefined) throw new Error(`no depth ${name}: ${Object.keys(DEPTHS).join(', ')}`);
  return [name, depth];
});
const files =
  positionals.length > 0
    ? positionals
    : [...(await filesIn(resources.content, /\.briefing\.yaml$/)), ...(await filesIn(join(root, 'test', 'fixtures', 'look'), /\.md$/))];
const wanted = values.packs?.split(',') ?? Object.keys(WANTED);
const packs = (await listPacks([resources.templates])).filter(({ name }) => wanted.includes(name));

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const list = (numbers: readonly number[]): string => (numbers.length === 0 ? '' : ` (${numbers.join(', ')})`);

/** What is wrong with a deck, by the bounds that hold for each by itself. */
function faults(figures: DeckFigures): string[] {
  return [
    ...(figures.largeHoles.length > 0
      ? [`an empty rectangle of more than ${percent(BOUNDS.largeHole)} on ${figures.largeHoles.join(', ')}`]
      : []),
    ...(figures.sizes.length > BOUNDS.sizes ? [`${figures.sizes.length} sizes of main text`] : []),
    ...(figures.inARow.slides > BOUNDS.inARow ? [`${figures.inARow.slides} × ${figures.inARow.layout} in a row`] : []),
    ...(figures.lonely.length > 0 ? [`a title with one word on its last line on ${figures.lonely.join(', ')}`] : []),
  ];
}

/** What is wrong with all decks of a pack together. */
function packFaults(name: string, decks: readonly DeckFigures[]): string[] {
  const measured = decks.reduce((sum, deck) => sum + deck.measured, 0);
  const holes = decks.reduce((sum, deck) => sum + deck.smallHoles.length, 0) / Math.max(1, measured);
  const used = decks.reduce((sum, deck) => sum + deck.used * deck.measured, 0) / Math.max(1, measured);
  const characters = new Map<number, number>();
  for (const deck of decks) for (const [size, count] of deck.characters) characters.set(size, (characters.get(size) ?? 0) + count);
  const { used: least, floor } = WANTED[name] ?? { used: 0, floor: 0 };
  const under = shareUnder({ characters }, floor);
  process.stdout.write(
    `${name}: ${decks.length} decks, ${measured} pages measured; ${percent(holes)} with an empty rectangle of more than ${percent(BOUNDS.smallHole)}; ` +
      `used ${percent(used)} (wanted ${percent(least)}); ${percent(under)} of body characters under ${floor} pt\n`,
  );
  return [
    ...(holes > BOUNDS.withSmallHole
      ? [`${name}: ${percent(holes)} of pages have an empty rectangle of more than ${percent(BOUNDS.smallHole)}`]
      : []),
    ...(used < least ? [`${name}: ${percent(used)} of the page used`] : []),
    ...(under > BOUNDS.underFloor ? [`${name}: ${percent(under)} of body characters under ${floor} pt`] : []),
  ];
}

const scratch = await mkdtemp(join(tmpdir(), 'lectern-look-'));
const browser = await launchChromium();
const fonts = await loadFonts(resources.fonts);
if (values.sheets !== undefined) await mkdir(values.sheets, { recursive: true });
const broken: string[] = [];
try {
  for (const { name, folder } of packs) {
    const pack = unwrap(await loadPack(folder));
    const { floor } = WANTED[name] ?? { floor: 18 };
    const decks: DeckFigures[] = [];
    for (const file of files)
      for (const variant of values.variants.split(','))
        for (const [depthName, depth] of depths) {
          const title = `${name} ${variant} ${depthName} ${outputName(basename(file))}`;
          const scene = await sceneOf({ file, pack, variant, depth }, fonts, root);
          const pictures = await picturesOf(browser, scene, fonts, scratch);
          const figures = deckFigures(scene, await Promise.all(pictures.map((png) => pageUse(png))));
          decks.push(figures);
          process.stdout.write(
            `${title}: ${figures.slides} slides, used ${percent(figures.used)}, holes ${figures.smallHoles.length}${list(figures.smallHoles)} / ` +
              `${figures.largeHoles.length}${list(figures.largeHoles)}, under ${floor} pt ${percent(shareUnder(figures, floor))}, ` +
              `main ${figures.sizes.join(' ')}, ${figures.inARow.slides} × ${figures.inARow.layout}, lonely ${figures.lonely.length}${list(figures.lonely)}\n`,
          );
          broken.push(...faults(figures).map((fault) => `${title}: ${fault}`));
          if (values.sheets !== undefined)
            await writeFile(join(values.sheets, `${title.replaceAll(' ', '-')}.png`), await sheet(browser, pictures, 5, 384));
        }
    broken.push(...packFaults(name, decks));
  }
} finally {
  await browser.close();
  await rm(scratch, { recursive: true, force: true });
}
process.stdout.write(
  broken.length === 0 ? 'every bound holds\n' : `${broken.length} bounds broken:\n${broken.map((line) => `- ${line}\n`).join('')}`,
);
if (values.check && broken.length > 0) process.exitCode = 1;
