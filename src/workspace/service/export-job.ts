import { hasErrors, LecternError, type Problem } from '../../core/base/errors.ts';
import { compareDecks } from '../diff.ts';
import { loadArticle, type ArticleFile } from '../articles.ts';
import { briefOf } from '../brief.ts';
import { buildScene, type SceneRequest, type Sources } from '../build.ts';
import { handOver } from '../handover/index.ts';
import { asInFile } from '../earlier.ts';
import { deckName, makeFiles, mayReplace, pathOf, saveFiles } from '../export.ts';
import { openFonts } from '../pack-fonts.ts';
import { loadPack } from '../packs.ts';
import { printerIn } from '../print.ts';
import { openStore } from '../store/index.ts';
import type { ExportRequest, ExportHooks, Exported, HandoverChoice } from './export-types.ts';

/** Everything that a deck is made from, read anew. Throws what stands in the way. */
async function readAll(request: ExportRequest): Promise<ReadyDeck> {
  const problems: Problem[] = [];
  const articles = new Map<string, ArticleFile>();
  for (const { id, file, shown } of request.articles) articles.set(id, await loadArticle(file, shown));
  const pack = await loadPack(request.pack.folder, request.pack.shown);
  problems.push(...[...articles.values()].flatMap((a) => a.problems), ...pack.problems);
  if (pack.value === null || hasErrors(problems)) throw new LecternError(problems);
  const { fonts, problems: fontProblems } = await openFonts(request)(pack.value);
  const { briefing, shown, file, name } = request;
  const sources: Sources = { briefing, shown, file, name, articles, problems: [] };
  return { sources, pack: pack.value, fonts, problems: [...problems, ...fontProblems] };
}

interface ReadyDeck extends Pick<SceneRequest, 'sources' | 'pack' | 'fonts'> {
  readonly problems: readonly Problem[];
}

/** Makes all files in memory, then puts them into the folder together. Throws what stands in the way. */
export async function runExport(request: ExportRequest, hooks: ExportHooks): Promise<Exported> {
  hooks.onStep('reading', 0.02);
  return request.handover === null ? writeFiles(request, hooks) : writeHandover(request, request.handover, hooks);
}

async function writeFiles(request: ExportRequest, hooks: ExportHooks): Promise<Exported> {
  const { forPresenter } = request;
  const name = deckName(request.name, forPresenter);
  // Asked before the work begins, so that nobody waits for a question; and again when the files are saved.
  if (request.existing === 'refuse') await mayReplace(request.folder, name, request.formats);
  const { problems: read, ...ready } = await readAll(request);
  const problems: Problem[] = [...read];

  hooks.onStep('layout', 0.1);
  const prefer = asInFile(pathOf(request.folder, request.name, 'pptx'));
  const built = await buildScene({ ...ready, forPresenter, prefer });
  problems.push(...built.problems);
  if (!built.value || hasErrors(problems)) throw new LecternError(problems);
  const { scene } = built.value;

  const { made, problems: written } = await makeFiles({
    scene,
    fonts: ready.fonts,
    formats: request.formats,
    brief: briefOf(built.value, ready.sources, ready.fonts),
    print: printerIn(request.temporary, hooks.print),
    onProgress: ({ format, done, of }) => hooks.onStep(format, 0.25 + (0.65 * done) / of),
  });
  problems.push(...written);
  await hooks.maySave();
  hooks.onStep('saving', 0.95);
  const saved = await saveFiles(openStore(request.home), made, request.folder, name, request.existing);
  return { ...saved, handover: null, slides: scene.slides.length, problems };
}

async function writeHandover(request: ExportRequest, { now, prints, ...choice }: HandoverChoice, hooks: ExportHooks): Promise<Exported> {
  const { problems: read, ...ready } = await readAll(request);
  const { record, slides, problems } = await handOver({
    ...ready,
    ...choice,
    withWords: false,
    store: openStore(request.home),
    print: prints ? printerIn(request.temporary, hooks.print) : null,
    folder: request.folder,
    now: new Date(now),
    compare: compareDecks,
    onStep: hooks.onStep,
    maySave: async () => {
      await hooks.maySave();
      hooks.onStep('saving', 0.95);
    },
  });
  return { files: [], kept: [], handover: record, slides, problems: [...read, ...problems] };
}
