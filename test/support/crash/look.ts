import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sha256 } from '../../../src/core/base/hash.ts';
import { parseArticle } from '../../../src/core/article/index.ts';
import { parseBriefing } from '../../../src/core/briefing/index.ts';
import { inflateEntries, isArchiveFault, listZip } from '../../../src/core/base/archive.ts';
import { FORMATS } from '../../../src/workspace/formats.ts';
import { DECK_FORMATS } from '../../../src/api/formats.ts';
import { openHistory } from '../../../src/workspace/handover/index.ts';
import { loadPack } from '../../../src/workspace/packs.ts';
import { start, BRIEFING, MARK, type WorkName } from './work.ts';

export const filesOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** The rounds that a text names, each once. */
const roundsIn = (text: string): number[] => [...new Set([...text.matchAll(MARK)].map(([, round]) => Number(round)))];

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file);
  if (!file.endsWith('.pptx')) return bytes.toString('utf8');
  const entries = listZip(bytes);
  const parts = entries && inflateEntries(bytes, entries, 64 * 1024 * 1024);
  if (!parts || isArchiveFault(parts)) return 'half a file';
  return [...parts].flatMap(([name, part]) => (/slides\/slide\d+\.xml$/.test(name) ? [new TextDecoder().decode(part)] : [])).join('');
}

async function filesIn(folder: string): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const path of await filesOf(folder)) {
    const bytes = await readFile(join(folder, path)).catch(() => null);
    if (bytes !== null) found.set(path, bytes);
  }
  return found;
}

function unzipped(bytes: Uint8Array | null, folder: string): Map<string, Uint8Array> {
  const entries = bytes === null ? null : listZip(bytes);
  const files = bytes && entries ? inflateEntries(bytes, entries, 64 * 1024 * 1024) : null;
  if (!files || isArchiveFault(files)) return new Map();
  return new Map([...files].map(([path, content]) => [path.slice(folder.length + 1), content]));
}

/** What is wrong with files that must be whole, and all of one round; nothing where none of them is there. */
async function together(folder: string, names: readonly string[]): Promise<string[]> {
  const there = (await readdir(folder).catch(() => [])).filter((name) => names.includes(name));
  if (there.length === 0) return [];
  if (there.length < names.length) return [`only ${there.join(', ')}`];
  const rounds = await Promise.all(names.map(async (name) => roundsIn(await textOf(join(folder, name))).join('+')));
  return new Set(rounds).size === 1 && /^\d+$/.test(rounds[0] ?? '') ? [] : [`rounds ${rounds.join(', ')} in ${names.join(', ')}`];
}

const LOOKS: Readonly<Record<WorkName, (w: string) => Promise<string[]>>> = {
  save: async (w) => {
    const { value } = parseBriefing(await readFile(join(w, BRIEFING), 'utf8'), { file: BRIEFING });
    return value !== null && /^Round \d{5}$/.test(value.title) ? [] : ['the briefing is broken'];
  },
  export: async (w) => {
    const found = await together(join(w, 'output'), ['one.pptx', 'one.html', 'one.pdf']);
    for (const format of DECK_FORMATS) {
      const bytes = await readFile(join(w, 'output', `one.${format}`)).catch(() => null);
      if (bytes !== null && (await FORMATS[format].digestState(bytes)) !== 'intact') found.push(`one.${format} is not whole`);
    }
    return found;
  },
  audience: async (w) => {
    const names = await readdir(join(w, 'output')).catch(() => []);
    const strange = names.filter((name) => !/^one\.audience(?:\.\d{4}-\d\d-\d\d(?: \(\d+\))?)?\.(?:pptx|html)$/.test(name));
    const copies = names.filter((name) => /\.\d{4}-\d\d-\d\d/.test(name));
    const broken: string[] = [];
    for (const name of copies) {
      const text = await textOf(join(w, 'output', name));
      if (roundsIn(text).length !== 1 || !text.endsWith('<!-- edited -->')) broken.push(`${name} is no whole copy of what was edited`);
    }
    return [...(await together(join(w, 'output'), ['one.audience.pptx', 'one.audience.html'])), ...strange, ...broken];
  },
  handover: async (w) => {
    const output = join(w, 'output');
    const { records, problems } = await openHistory(join(w, '..', 'home'), w).list();
    const wrong = problems.map(({ message }) => message);
    const names = await readdir(output).catch(() => []);
    if (names.length !== records.length) wrong.push(`${names.length} hand-overs with ${records.length} records`);
    for (const { place, to, title, files } of records) {
      const name = basename(place);
      const there = place.endsWith('.zip')
        ? unzipped(await readFile(place).catch(() => null), name.slice(0, -'.zip'.length))
        : await filesIn(place);
      if (to !== title) wrong.push(`${name} is of ${title} and to ${String(to)}`);
      if (there.size !== files.length) wrong.push(`${there.size} files of ${files.length} in ${name}`);
      for (const { path, sha256: digest } of files) {
        const bytes = there.get(path);
        if (bytes === undefined || sha256(bytes) !== digest) wrong.push(`${path} of ${name} is not what was handed over`);
      }
    }
    return wrong;
  },
  import: async (w) => packIn(join(w, 'templates'), 'house'),
  install: async (w) => [
    ...(await packIn(join(w, 'templates'), 'mine')),
    ...(await together(join(w, 'templates', 'mine'), ['template.yaml', 'deck.hbs'])),
  ],
  review: async (w) => {
    const names = ['ferry.md', 'ferry.source.txt', 'ferry.original.txt'];
    const text = await readFile(join(w, 'content', 'ferry.md'), 'utf8').catch(() => null);
    const broken = text !== null && parseArticle(text, { file: 'ferry.md' }).value === null;
    return [...(await together(join(w, 'content'), names)), ...(broken ? ['the article is broken'] : [])];
  },
};

async function packIn(templates: string, name: string): Promise<string[]> {
  const names = await readdir(templates).catch(() => []);
  if (names.length === 0) return [];
  if (names.join(' ') !== name) return [`${names.join(', ')} in templates`];
  const { value } = await loadPack(join(templates, name));
  return value === null ? ['the pack is broken'] : [];
}

const LEFT = /(?:^|\/)\.|home\/(?:journal|temporary)\/./;

/** What an ended process left of work that was under way. */
export async function leftIn(folder: string): Promise<string[]> {
  return (await filesOf(folder)).filter((path) => LEFT.test(path));
}

/** How far journalled work had come, of each that was left. */
export async function statesIn(folder: string): Promise<string[]> {
  const journal = join(folder, 'home', 'journal');
  const names = (await readdir(journal).catch(() => [])).filter((name) => name.endsWith('.json'));
  const texts = await Promise.all(names.map((name) => readFile(join(journal, name), 'utf8')));
  return texts.map((text) => /"state":"(\w+)"/.exec(text)?.[1] ?? 'torn');
}

/** What the next start cannot make good: half files, files of two rounds, and whatever was left behind. */
export async function afterStart(work: WorkName, folder: string, root: string): Promise<string[]> {
  const started = await start(folder, root);
  const { reviews } = await started.client.call('intake.list', {});
  await started.close();
  const all = await filesOf(folder);
  const kept = all.filter((path) => /^home\/reviews\/[^/]+\/[^/]+$/.test(path));
  const unread = kept.length === reviews.length ? [] : [`${kept.length} folders of ${reviews.length} reviews`];
  return [...(await LOOKS[work](join(folder, 'w'))), ...(await leftIn(folder)).map((path) => `${path} is left`), ...unread];
}
