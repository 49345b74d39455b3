/**
 * Contact sheets: every slide of both samples in every built-in pack, light and dark, as one picture each under docs/contact-sheets,
 * and docs/sample.png for the README. Run: `node scripts/run.mjs scripts/contact-sheet.ts [PACK…]`. Needs Chromium.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { unwrap } from '../src/core/base/errors.ts';
import { loadFonts } from '../src/workspace/fonts.ts';
import { listPacks, loadPack } from '../src/workspace/packs.ts';
import { resourcesBelow } from '../src/workspace/resources.ts';
import { launchChromium } from '../test/support/chromium.ts';
import { picturesOf, sceneOf, sheet } from './look/decks.ts';

const root = process.cwd();
const resources = resourcesBelow(root);
const SAMPLES = ['south-caucasus', 'river-port'];
/** Slides of the first pack's first sample that the README shows, by kind. */
const SHOWN = ['title', 'points', 'timeline', 'figures', 'quotation', 'sources'];

const wanted = process.argv.slice(2);
const packs = (await listPacks([resources.templates])).filter((pack) => wanted.length === 0 || wanted.includes(pack.name));
const scratch = await mkdtemp(join(tmpdir(), 'lectern-sheets-'));
const browser = await launchChromium();
const fonts = await loadFonts(resources.fonts);
await mkdir(join(root, 'docs', 'contact-sheets'), { recursive: true });
for (const pack of packs) {
  for (const variant of ['light', 'dark']) {
    const all: Buffer[] = [];
    for (const sample of SAMPLES) {
      const file = join(resources.content, `${sample}.briefing.yaml`);
      const scene = await sceneOf({ file, pack: unwrap(await loadPack(pack.folder)), variant, depth: null }, fonts, root);
      const pictures = await picturesOf(browser, scene, fonts, scratch);
      all.push(...pictures);
      if (pack.name === 'policy-brief' && variant === 'light' && sample === SAMPLES[0]) {
        const shown = SHOWN.flatMap((kind) => pictures[scene.slides.findIndex((slide) => slide.kind === kind)] ?? []);
        await writeFile(join(root, 'docs', 'sample.png'), await sheet(browser, shown, 3, 400));
      }
    }
    const file = join(root, 'docs', 'contact-sheets', `${pack.name}-${variant}.png`);
    await writeFile(file, await sheet(browser, all, 5, 384));
    process.stdout.write(`${basename(resolve(file))}: ${all.length} slides, ${Math.round((await readFile(file)).byteLength / 1000)} kB\n`);
  }
}
await browser.close();
await rm(scratch, { recursive: true, force: true });
