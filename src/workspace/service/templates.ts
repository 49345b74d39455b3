import { join } from 'node:path';
import type { Answer } from '../../api/contract.ts';
import { distinct } from '../../core/base/distinct.ts';
import { LecternError, problem, unwrap, type Problem } from '../../core/base/errors.ts';
import type { FontsFor } from '../pack-fonts.ts';
import type { LayoutBinding } from '../../core/template/company/types.ts';
import { checkPack, readPack } from '../../core/template/index.ts';
import { loadTheme } from '../../core/template/theme/index.ts';
import type { Pack } from '../../core/template/types.ts';
import { diagnosePack, makeCompanyPack, remapped, titleOfFile } from '../company.ts';
import { fileNameOf } from '../files.ts';
import { listPacks, loadPack, packExists, packFiles, putPack, type PackPlace } from '../packs.ts';
import type { Store } from '../store/index.ts';
import { pack as zip, unpack } from './zip.ts';

export type Template = Answer<'template.list'>['templates'][number];

export type Examined = Answer<'template.doctor'>;

export interface Templates {
  readonly list: () => Promise<Template[]>;
  /** The pack as it is on disk now, with its problems. Throws `pack/missing`. */
  readonly load: (name: string) => Promise<{ readonly pack: Pack | null; readonly problems: readonly Problem[] }>;
  readonly folderOf: (name: string) => Promise<string>;
  readonly duplicate: (name: string, as: string) => Promise<Template>;
  readonly install: (zipName: string, bytes: Uint8Array, replace: boolean) => Promise<Template>;
  readonly exportTo: (name: string, folder: string) => Promise<{ path: string; bytes: number }>;
  /** Makes a template of an organisation's PowerPoint file. */
  readonly importCompany: (file: string, title: string | null, bytes: Uint8Array, replace: boolean) => Promise<Examined>;
  readonly examine: (name: string) => Promise<Examined>;
  /** Puts a layout on another of the organisation's file. */
  readonly map: (name: string, layout: string, onto: LayoutBinding | Pick<LayoutBinding, 'layout'>) => Promise<Examined>;
  /** Files below the workspace's templates changed. */
  readonly forget: () => void;
}

/** Numbers of a version in order, `1.10.0` above `1.9`. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string): number[] => version.split(/[.\-+]/).map((part) => Number.parseInt(part, 10) || 0);
  const [x, y] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i += 1) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function themeProblems(pack: Pack): Problem[] {
  return (['light', 'dark'] as const).flatMap((variant) => loadTheme(pack, { format: '16:9', variant, direction: 'ltr' }).problems);
}

/** By place and content of a pack. */
const checks = new Map<string, readonly Problem[]>();
const MOST_CHECKS = 200;

/** What is wrong with a pack: found once for each of its states, since the list of templates is asked for again and again. */
function checked(pack: Pack): readonly Problem[] {
  const key = `${pack.folder}|${pack.hash}`;
  const known = checks.get(key) ?? [...checkPack(pack), ...themeProblems(pack)];
  if (checks.size >= MOST_CHECKS) checks.clear();
  checks.set(key, known);
  return known;
}

/** Built-in templates and the workspace's own; of two with one name the workspace's counts. */
export function openTemplates(store: Store, own: string, builtIn: string, fonts: FontsFor): Templates {
  const loaded = new Map<string, Promise<{ pack: Pack | null; problems: readonly Problem[] }>>();

  const places = (): Promise<PackPlace[]> => listPacks([own, builtIn]);
  const originOf = (place: PackPlace): Template['origin'] => (place.folder === join(builtIn, place.name) ? 'built-in' : 'workspace');
  const read = (place: PackPlace): Promise<{ pack: Pack | null; problems: readonly Problem[] }> => {
    const known = loaded.get(place.folder);
    if (known) return known;
    const shown = originOf(place) === 'workspace' ? `templates/${place.name}` : place.name;
    const reading = loadPack(place.folder, shown).then(
      ({ value, problems }) => ({ pack: value, problems }),
      (error: unknown) => {
        if (error instanceof LecternError) return { pack: null, problems: error.problems };
        throw error;
      },
    );
    loaded.set(place.folder, reading);
    return reading;
  };

  const describe = async (place: PackPlace): Promise<Template> => {
    const { pack, problems } = await read(place);
    const origin = originOf(place);
    const hidden = origin === 'workspace' ? await read({ name: place.name, folder: join(builtIn, place.name) }) : null;
    const version = pack?.manifest.version ?? '';
    const builtInVersion = hidden?.pack?.manifest.version ?? null;
    const newer = builtInVersion !== null && compareVersions(builtInVersion, version) > 0 ? builtInVersion : null;
    return {
      name: place.name,
      title: pack?.manifest.name ?? place.name,
      description: pack?.manifest.description ?? '',
      version,
      origin,
      options: { ...pack?.manifest.options } as Template['options'],
      problems: distinct(pack ? [...problems, ...checked(pack)] : problems),
      newer,
      company: pack?.manifest.powerpoint !== null && pack !== null,
    };
  };

  const find = async (name: string): Promise<PackPlace> => {
    const all = await places();
    const place = all.find((p) => p.name === name);
    if (place) return place;
    throw new LecternError(
      problem('pack/missing', {
        message: 'there is no template of this name',
        received: name,
        allowed: all.map((p) => p.name).join(', '),
        hint: 'Choose another template, or install the one the briefing was made with.',
      }),
    );
  };

  const put = async (name: string, files: ReadonlyMap<string, Uint8Array>, replace: boolean): Promise<Template> => {
    const place = await putPack(store, { parent: own, name, replace }, files);
    loaded.clear();
    return describe(place);
  };

  const examined = async (place: PackPlace): Promise<Examined> => {
    const { pack, problems } = await read(place);
    if (!pack) throw new LecternError(problems);
    const own = await fonts(pack);
    const { report, problems: found } = unwrap(diagnosePack(pack, own.fonts));
    return {
      template: await describe(place),
      report: report as Examined['report'],
      problems: distinct([...problems, ...own.problems, ...found]),
    };
  };

  const refuseTaken = async (name: string, replace: boolean): Promise<void> => {
    if (replace || !(await places()).some((p) => p.name === name)) return;
    throw packExists(name);
  };

  return {
    list: async () => Promise.all((await places()).map(describe)),
    load: async (name) => read(await find(name)),
    folderOf: async (name) => (await find(name)).folder,
    forget: () => loaded.clear(),
    duplicate: async (name, as) => {
      const { folder } = await find(name);
      const taken = new Set((await places()).map((p) => p.name));
      const wanted = fileNameOf(as);
      let free = wanted;
      for (let n = 2; taken.has(free); n += 1) free = `${wanted}-${n}`;
      const files = await packFiles(folder);
      const manifest = files.get('template.yaml');
      // The copy's own name, in the author's file as it is: only the `name:` line is another.
      const text = manifest && new TextDecoder().decode(manifest).replace(/^name:.*$/m, `name: ${JSON.stringify(as)}`);
      if (text !== undefined) files.set('template.yaml', new TextEncoder().encode(text));
      return put(free, files, false);
    },
    install: async (zipName, bytes, replace) => {
      const { name, files } = unpack(zipName, bytes);
      const safe = fileNameOf(name);
      const outcome = readPack(files, safe);
      if (outcome.value === null) throw new LecternError(outcome.problems);
      const there = (await places()).find((p) => p.name === safe);
      if (there && !replace) {
        const version = (await read(there)).pack?.manifest.version ?? 'unknown';
        const coming = outcome.value.manifest.version;
        throw new LecternError(
          problem('pack/exists', {
            message:
              compareVersions(coming, version) < 0
                ? 'a newer template of this name is here already'
                : 'a template of this name is here already',
            received: `${safe}, version ${coming}`,
            allowed: `here: version ${version}`,
            hint: 'Replace it, or keep the one you have.',
          }),
        );
      }
      return put(safe, files, replace);
    },
    importCompany: async (file, title, bytes, replace) => {
      const called = title ?? titleOfFile(file);
      const name = fileNameOf(called);
      await refuseTaken(name, replace);
      const made = await makeCompanyPack(
        { bytes, file, title: called, folder: `templates/${name}` },
        { templates: builtIn },
        (await fonts(null)).fonts,
      );
      await put(name, unwrap(made).files, replace);
      const answer = await examined(await find(name));
      return { ...answer, problems: distinct([...made.problems, ...answer.problems]) };
    },
    examine: async (name) => examined(await find(name)),
    map: async (name, layout, onto) => {
      const place = await find(name);
      const { pack, problems } = await read(place);
      if (!pack) throw new LecternError(problems);
      const changed = unwrap(remapped(pack, { [layout]: onto }));
      if (originOf(place) === 'built-in')
        throw new LecternError(
          problem('file/write', { message: 'a built-in template is not changed', received: name, hint: 'Make a copy of it first.' }),
        );
      await store.alone(place.folder, (mayReplace) =>
        store.writeTogether(
          [...changed].map(([path, content]) => ({ file: join(place.folder, path), content })),
          { mayReplace },
        ),
      );
      loaded.clear();
      return examined(place);
    },
    exportTo: async (name, folder) => {
      const place = await find(name);
      const { pack, problems } = await read(place);
      if (!pack) throw new LecternError(problems);
      const bytes = zip(name, await packFiles(place.folder));
      const path = join(folder, `${name}-${fileNameOf(pack.manifest.version)}.zip`);
      await store.write(path, bytes);
      return { path, bytes: bytes.byteLength };
    },
  };
}
