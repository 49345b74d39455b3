import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { unwrap } from '../../src/core/base/errors.ts';
import type { Briefing, Depth } from '../../src/core/briefing/types.ts';
import type { FontLibrary, Scene } from '../../src/core/layout/types.ts';
import type { Pack } from '../../src/core/template/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { briefingOf, buildScene, isBriefingFile, loadBriefing } from '../../src/workspace/build.ts';
import { slidePictures } from '../../test/support/slide-pictures.ts';

/** Pixels of a slide's picture. */
const SLIDE_WIDTH = 960;

export interface DeckChoice {
  /** A briefing, or an article, of which all topics are taken. */
  readonly file: string;
  readonly pack: Pack;
  readonly variant: string;
  /** Of every topic; null: as the briefing has it, of an article its points. */
  readonly depth: Depth | null;
}

function atDepth(briefing: Briefing, depth: Depth | null): Briefing {
  if (depth === null) return briefing;
  return { ...briefing, items: briefing.items.map((item) => (item.kind === 'topic' ? { ...item, depth } : item)) };
}

/** A presenter's deck, laid out. */
export async function sceneOf({ file, pack, variant, depth }: DeckChoice, fonts: FontLibrary, root: string): Promise<Scene> {
  const read = isBriefingFile(file)
    ? await loadBriefing(file, root)
    : await briefingOf({ files: [file], topics: null, depth: depth ?? 'points' }, root);
  const sources = unwrap(read);
  const briefing = { ...atDepth(sources.briefing, depth), options: { variant } };
  return unwrap(await buildScene({ sources: { ...sources, briefing }, pack, forPresenter: true, fonts })).scene;
}

/** Every slide as Chromium draws it, as PNG. `scratch`: a folder for the deck. */
export async function picturesOf(browser: Browser, scene: Scene, fonts: FontLibrary, scratch: string): Promise<Buffer[]> {
  const file = join(scratch, 'deck.html');
  await writeFile(file, (await writeHtml(scene, fonts)).value);
  return slidePictures(browser, file, scene.slides.length, scene.theme.page, SLIDE_WIDTH);
}

/** Pictures side by side on a quiet ground. */
export async function sheet(browser: Browser, pictures: readonly Buffer[], columns: number, width: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: columns * (width + 12) + 12, height: 800 } });
  const images = pictures.map((png) => `<img width="${width}" src="data:image/png;base64,${png.toString('base64')}">`).join('');
  await page.setContent(
    `<body style="margin:12px;background:#d9dce0;display:grid;align-content:start;grid-template-columns:repeat(${columns},${width}px);gap:12px">${images}</body>`,
  );
  const png = await page.screenshot({ fullPage: true });
  await page.close();
  return png;
}
