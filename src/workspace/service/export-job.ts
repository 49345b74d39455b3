import { hasErrors, LecternError, type Problem } from '../../core/base/errors.ts';
import { loadArticle, type ArticleFile } from '../articles.ts';
import { buildScene } from '../build.ts';
import { deckName, makeFiles, mayReplace, saveFiles } from '../export.ts';
import { openFonts } from '../pack-fonts.ts';
import { loadPack } from '../packs.ts';
import { printerIn } from '../print.ts';
import { openStore } from '../store/index.ts';
import type { ExportRequest, ExportHooks, Exported } from './export-types.ts';

/** Makes all files in memory, then puts them into the folder together. Throws what stands in the way. */
export async function runExport(request: ExportRequest, hooks: ExportHooks): Promise<Exported> {
  const problems: Problem[] = [];
  hooks.onStep('reading', 0.02);
  const name = deckName(request.name, request.forPresenter);
  // Asked before the work begins, so that nobody waits for a question; and again when the files are saved.
  if (request.existing === 'refuse') await mayReplace(request.folder, name, request.formats);
  const articles = new Map<string, ArticleFile>();
  for (const { id, file, shown } of request.articles) articles.set(id, await loadArticle(file, shown));
  const pack = await loadPack(request.pack.folder, request.pack.shown);
  problems.push(...[...articles.values()].flatMap((a) => a.problems), ...pack.problems);
  if (pack.value === null || hasErrors(problems)) throw new LecternError(problems);
  const { fonts, problems: fontProblems } = await openFonts(request)(pack.value);
  problems.push(...fontProblems);

  hooks.onStep('layout', 0.1);
  const { briefing, shown, forPresenter } = request;
  const sources = { briefing, shown, file: request.file, name: request.name, articles, problems: [] };
  const built = await buildScene({ sources, pack: pack.value, forPresenter, fonts });
  problems.push(...built.problems);
  if (!built.value || hasErrors(problems)) throw new LecternError(problems);
  const { scene } = built.value;

  const { made, problems: written } = await makeFiles({
    scene,
    fonts,
    formats: request.formats,
    print: printerIn(request.temporary, hooks.print),
    onProgress: ({ format, done, of }) => hooks.onStep(format, 0.25 + (0.65 * done) / of),
  });
  problems.push(...written);
  await hooks.maySave();
  hooks.onStep('saving', 0.95);
  const saved = await saveFiles(openStore(request.home), made, request.folder, name, request.existing);
  return { ...saved, slides: scene.slides.length, problems };
}
