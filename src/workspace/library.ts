import { basename, relative, resolve } from 'node:path';
import { stat } from 'node:fs/promises';
import { LecternError, problem, type Problem } from '../core/base/errors.ts';
import { checkPack } from '../core/template/index.ts';
import { loadTheme } from '../core/template/theme/index.ts';
import { makeDeck } from '../core/pipeline/index.ts';
import type { ArticleEntry } from '../core/briefing/types.ts';
import { picturesOf } from '../core/article/index.ts';
import type { Topic } from '../core/article/types.ts';
import { articleFiles, loadArticle, loadImage, sameId, type ArticleFile } from './articles.ts';
import { isBriefingFile, loadBriefing, loadPackFor, rootOf } from './build.ts';
import { HOUSE_FILE, loadHouse, NO_HOUSE } from './house.ts';
import { exists, filesBelow, fileProblem } from './files.ts';
import { openFonts } from './pack-fonts.ts';
import { loadPack } from './packs.ts';
import type { Resources } from './resources.ts';
import { join, dirname } from 'node:path';

/** All articles below a folder, sorted by path, each with its problems. Throws where the folder cannot be read. */
export async function listArticles(folder: string, base: string): Promise<ArticleFile[]> {
  await kindOf(folder);
  const articles: ArticleFile[] = [];
  for (const file of await articleFiles(folder)) articles.push(await loadArticle(file, relative(base, file) || file));
  return articles;
}

async function kindOf(path: string): Promise<'file' | 'folder'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    throw new LecternError(fileProblem('file/missing', path, 'read this', error));
  }
}

/** What `check` looked at, and everything it found. */
export interface CheckReport {
  readonly articles: number;
  readonly briefings: number;
  readonly packs: number;
  readonly problems: readonly Problem[];
}

interface Found {
  readonly articles: string[];
  readonly briefings: string[];
  readonly packs: string[];
  /** Folders with a `house.yaml`. */
  readonly houses: string[];
}

async function findBelow(path: string, found: Found): Promise<void> {
  if ((await kindOf(path)) === 'file') {
    if (basename(path) === HOUSE_FILE) found.houses.push(dirname(path));
    else if (isBriefingFile(path) && /template\.ya?ml$|theme\.ya?ml$/i.test(path)) found.packs.push(dirname(path));
    else if (isBriefingFile(path)) found.briefings.push(path);
    else if (/\.md$/i.test(path)) found.articles.push(path);
    else
      throw new LecternError(
        problem('usage', {
          message: 'this is no article, briefing or pack',
          place: { file: path },
          allowed: '.md, .yaml, or a folder',
          hint: 'Name one of these.',
        }),
      );
    return;
  }
  if (await exists(join(path, 'template.yaml'))) {
    found.packs.push(path);
    return;
  }
  const paths = await filesBelow(path);
  if (paths.includes(HOUSE_FILE)) found.houses.push(path);
  const packs = paths.filter((p) => /(^|\/)template\.yaml$/.test(p)).map((p) => join(path, dirname(p)));
  found.packs.push(...packs);
  found.briefings.push(...paths.filter((p) => /\.briefing\.ya?ml$/i.test(p)).map((p) => join(path, p)));
  const articles = await articleFiles(path);
  found.articles.push(...articles.filter((file) => !packs.some((pack) => file.startsWith(pack))));
}

/** Checks articles (with their images), briefings (up to their slides) and packs: all problems at once. */
export async function check(paths: readonly string[], base: string, resources: Resources): Promise<CheckReport> {
  const found: Found = { articles: [], briefings: [], packs: [], houses: [] };
  const ids = new Map<string, Map<string, string>>();
  for (const path of paths) {
    const before = found.articles.length;
    await findBelow(resolve(base, path), found);
    const own = new Map<string, string>();
    for (const file of found.articles.slice(before)) ids.set(file, own);
  }
  const problems: Problem[] = [];
  const guard = async (task: () => Promise<readonly Problem[]>): Promise<void> => {
    try {
      problems.push(...(await task()));
    } catch (error) {
      if (!(error instanceof LecternError)) throw error;
      problems.push(...error.problems);
    }
  };
  for (const folder of found.houses) await guard(async () => (await loadHouse(folder, relative(base, join(folder, HOUSE_FILE)))).problems);
  for (const file of found.articles) await guard(() => checkArticle(file, base, ids.get(file) ?? new Map<string, string>()));
  for (const file of found.briefings) await guard(() => checkBriefing(file, base, resources));
  for (const folder of found.packs) await guard(() => checkPackFolder(folder, base, resources));
  return { articles: found.articles.length, briefings: found.briefings.length, packs: found.packs.length, problems };
}

function imagesOf(topics: readonly Topic[]): string[] {
  return topics.flatMap((topic) =>
    topic.blocks.flatMap((block) => (block.kind === 'image' ? picturesOf(block).map(({ src }) => src) : [])),
  );
}

/** `ids`: the files of the articles of the same folder by their ids, as far as they were checked. */
async function checkArticle(file: string, base: string, ids: Map<string, string>): Promise<readonly Problem[]> {
  const article = await loadArticle(file, relative(base, file) || file);
  const problems = [...article.problems];
  const id = article.entry?.article.id;
  const other = id === undefined ? undefined : ids.get(id);
  if (id !== undefined && other !== undefined) problems.push(sameId(article.shown, id, other));
  else if (id !== undefined) ids.set(id, article.shown);
  for (const src of imagesOf(article.entry?.article.topics ?? [])) problems.push(...(await loadImage(article, src)).problems);
  return problems;
}

async function checkBriefing(file: string, base: string, resources: Resources): Promise<readonly Problem[]> {
  const sources = await loadBriefing(file, base);
  if (sources.value === null) return sources.problems;
  const pack = await loadPackFor({ name: sources.value.briefing.template, by: 'briefing' }, file, resources, base);
  if (pack.value === null) return [...sources.problems, ...pack.problems];
  const { briefing, shown, placeOf } = sources.value;
  const articles = new Map<string, ArticleEntry>();
  for (const [id, a] of sources.value.articles) if (a.entry) articles.set(id, a.entry);
  // What is wrong with the house's rules is said by themselves.
  const { marks } = (await loadHouse(await rootOf(file))).value ?? NO_HOUSE;
  const made = makeDeck({ briefing, file: shown, placeOf, articles, pack: pack.value, forPresenter: true, marks });
  return [...sources.problems, ...pack.problems, ...made.problems];
}

async function checkPackFolder(folder: string, base: string, resources: Resources): Promise<readonly Problem[]> {
  const pack = await loadPack(folder, relative(base, folder) || folder);
  if (pack.value === null) return pack.problems;
  const themes = (['light', 'dark'] as const).flatMap((variant) => {
    const theme = pack.value ? loadTheme(pack.value, { format: '16:9', variant, direction: 'ltr' }) : null;
    return theme?.problems ?? [];
  });
  const fonts = await openFonts(resources)(pack.value);
  return [...pack.problems, ...checkPack(pack.value), ...themes, ...fonts.problems];
}
