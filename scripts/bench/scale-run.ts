/** One input of `bench -- scale`, built in memory in both formats in a process of its own: `scale-run INPUT SIZE` prints its figures as JSON. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkClaims } from '../../src/core/claims/index.ts';
import { parseArticle, parseSourceText } from '../../src/core/article/index.ts';
import { parseBriefing } from '../../src/core/briefing/index.ts';
import { unwrap } from '../../src/core/base/errors.ts';
import { sha256 } from '../../src/core/base/hash.ts';
import { makeScene } from '../../src/core/pipeline/index.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import { loadFonts } from '../../src/workspace/fonts.ts';
import { growSlowly } from '../../src/workspace/heap.ts';
import { loadPack } from '../../src/workspace/packs.ts';
import { SCALE_INPUTS } from './scale-inputs.ts';

export interface ScaleFigures {
  readonly slides: number;
  /** Processor time of the whole process from the article's text to both files' bytes, its collector's threads included. */
  readonly processor: number;
  readonly seconds: number;
  /** The most that the process held, in megabytes. */
  readonly memory: number;
}

const [name = '', size = ''] = process.argv.slice(2);
const root = process.cwd();
const input = SCALE_INPUTS[name];
if (!input) throw new Error(`no input ${name}`);
const { article: text, source: sourceText, briefing: yaml } = input.make(Number(size));
const fonts = await loadFonts(join(root, 'dist', 'fonts'));
const pack = unwrap(await loadPack(join(root, 'templates', 'policy-brief')));

const start = performance.now();
const before = process.cpuUsage();
growSlowly(text.length);
const source = parseSourceText(sourceText);
const article = unwrap(parseArticle(text, { file: 'bench.md', source }));
checkClaims({ article, source, file: 'bench.md', text });
const made = await makeScene({
  briefing: unwrap(parseBriefing(yaml, { file: 'bench.briefing.yaml' })),
  file: 'bench.briefing.yaml',
  articles: new Map([[article.id, { article, source, hash: sha256(text) }]]),
  pack,
  forPresenter: true,
  fonts,
  image: () => ({ value: null, problems: [] }),
  makeImage: () => Promise.reject(new Error('there is no picture')),
});
const { scene } = unwrap(made);
unwrap(await writePptx(scene));
unwrap(await writeHtml(scene, fonts));
const { user, system } = process.cpuUsage(before);

/** What Node says of it counts the process that started this one where that held more. */
async function mostMemory(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const [, peak] = /^VmHWM:\s*(\d+) kB/m.exec(status) ?? [];
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) / 1024;
}

const figures: ScaleFigures = {
  slides: scene.slides.length,
  processor: (user + system) / 1e6,
  seconds: (performance.now() - start) / 1000,
  memory: await mostMemory(),
};
process.stdout.write(JSON.stringify(figures));
