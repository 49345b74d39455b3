import { compose, parseBriefing } from '../../src/core/briefing/index.ts';
import { parseArticle, parseSourceText } from '../../src/core/article/index.ts';
import { readDeck } from '../../src/core/deck/index.ts';
import { unwrap, type Outcome } from '../../src/core/base/errors.ts';
import { layOut } from '../../src/core/layout/index.ts';
import type { FontLibrary, Scene } from '../../src/core/layout/types.ts';
import { deckMeta } from '../../src/core/pipeline/index.ts';
import { renderTemplate } from '../../src/core/template/index.ts';
import { loadTheme } from '../../src/core/template/theme/index.ts';
import type { Pack } from '../../src/core/template/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { emit } from '../../src/core/write/pptx/emit.ts';
import { assemblePackage } from '../../src/core/write/pptx/assemble-package.ts';
import { lint } from '../../src/core/write/pptx/lint/index.ts';
import { writeZip } from '../../src/core/base/ooxml/zip.ts';
import type { BenchDeck } from './article.ts';

export const STAGES = [
  'article',
  'briefing',
  'template',
  'deck',
  'layout',
  'pptx: pptxgenjs',
  'pptx: workarounds',
  'pptx: lint',
  'pptx: zip',
  'html',
] as const;
export type Stage = (typeof STAGES)[number];

/** One run of every stage in this process: milliseconds a stage, and the scene. */
export async function runStages(deck: BenchDeck, pack: Pack, fonts: FontLibrary): Promise<{ times: Record<Stage, number>; scene: Scene }> {
  const times = {} as Record<Stage, number>;
  const clock = async <T>(stage: Stage, task: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const value = await task();
    times[stage] = performance.now() - start;
    return value;
  };
  const value = <T>(outcome: Outcome<T>): T => unwrap(outcome);

  const source = parseSourceText(deck.source);
  const article = await clock('article', () => value(parseArticle(deck.article, { file: 'bench.md', source })));
  const view = await clock('briefing', () => {
    const briefing = value(parseBriefing(deck.briefing, { file: 'bench.briefing.yaml' }));
    const articles = new Map([[article.id, { article, source, hash: '' }]]);
    const options = pack.manifest.options;
    return value(compose(briefing, articles, { file: 'bench.briefing.yaml', forPresenter: true, stamp: '00000000', options }));
  });
  const markup = await clock('template', () => value(renderTemplate(pack, view)));
  const theme = value(loadTheme(pack, { format: '16:9', variant: 'light', direction: 'ltr' }));
  const slides = await clock('deck', () => value(readDeck(markup, { theme, meta: deckMeta(view, '{}'), sources: view.sources })));
  const scene = await clock('layout', () => value(layOut(slides, theme, { fonts, images: new Map() })));
  const emitted = await clock('pptx: pptxgenjs', () => emit(scene));
  const parts = await clock('pptx: workarounds', () => assemblePackage(emitted, scene));
  await clock('pptx: lint', () => lint(parts));
  await clock('pptx: zip', () => writeZip(parts));
  await clock('html', () => writeHtml(scene, fonts));
  return { times, scene };
}
