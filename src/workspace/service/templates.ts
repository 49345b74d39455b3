import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Answer } from '../../api/contract.ts';
import { distinct } from '../../core/base/distinct.ts';
import { LecternError, problem } from '../../core/base/errors.ts';
import { problemsOfError } from '../../api/problems.ts';
import type { DesignChange } from '../../core/template/theme/index.ts';
import type { LayoutBinding } from '../../core/template/company/types.ts';
import { titleOfFile } from '../company.ts';
import { fileNameOf } from '../files.ts';
import { listPacks, packExists, packFiles, putPack, type PackPlace } from '../packs.ts';
import type { Described, PackAt, Work } from '../work/types.ts';
import type { Store } from '../store/index.ts';
import { zipFolder } from '../zip-folder.ts';
import { unpack } from './zip.ts';

export type Template = Answer<'template.list'>['templates'][number];

export type Designed = Answer<'template.design'>;

export type Examined = Answer<'template.doctor'>;

export interface Templates {
  readonly list: () => Promise<Template[]>;
  /** Where a pack lies, for work on it. Throws `pack/missing`. */
  readonly place: (name: string) => Promise<PackAt>;
  readonly folderOf: (name: string) => Promise<string>;
  readonly duplicate: (name: string, as: string) => Promise<Template>;
  readonly install: (zipName: string, bytes: Uint8Array, replace: boolean) => Promise<Template>;
  readonly exportTo: (name: string, folder: string) => Promise<{ path: string; bytes: number }>;
  /** Makes a template of an organisation's PowerPoint file. */
  readonly importCompany: (file: string, title: string | null, bytes: Uint8Array, replace: boolean) => Promise<Examined>;
  readonly examine: (name: string) => Promise<Examined>;
  /** Puts a layout on another of the organisation's file. */
  readonly map: (name: string, layout: string, onto: LayoutBinding | Pick<LayoutBinding, 'layout'>) => Promise<Examined>;
  /** A pack's colours and fonts. */
  readonly design: (name: string) => Promise<Designed>;
  /** Changes some of them; all else in its files stays as it is. Refuses a built-in one. */
  readonly redesign: (name: string, changes: readonly DesignChange[]) => Promise<Designed>;
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

/** Templates take turns with windows. */
const OWNER = 'templates';

/** A pack that could not be looked at is listed as one that cannot be used. */
function unreadable(error: unknown): Described {
  return { manifest: null, problems: problemsOfError(error) };
}

/** Built-in templates and the workspace's own; of two with one name the workspace's counts. */
export function openTemplates(store: Store, own: string, builtIn: string, work: Work): Templates {
  const known = new Map<string, Promise<Described>>();
  /** Another when files of templates may be others. */
  let state: string = randomUUID();

  const places = (): Promise<PackPlace[]> => listPacks([own, builtIn]);
  const originOf = (place: PackPlace): Template['origin'] => (place.folder === join(builtIn, place.name) ? 'built-in' : 'workspace');
  const shownOf = (place: PackPlace): string => (originOf(place) === 'workspace' ? `templates/${place.name}` : place.name);
  const at = (place: PackPlace): PackAt => ({ folder: place.folder, shown: shownOf(place), state });
  const changed = (): void => {
    known.clear();
    state = randomUUID();
  };
  const read = (place: PackPlace): Promise<Described> => {
    const reading = known.get(place.folder) ?? work.run(OWNER, 'describe', at(place), shownOf(place)).catch(unreadable);
    known.set(place.folder, reading);
    return reading;
  };

  const describe = async (place: PackPlace): Promise<Template> => {
    const { manifest, problems } = await read(place);
    const origin = originOf(place);
    const hidden = origin === 'workspace' ? await read({ name: place.name, folder: join(builtIn, place.name) }) : null;
    const version = manifest?.version ?? '';
    const builtInVersion = hidden?.manifest?.version ?? null;
    const newer = builtInVersion !== null && compareVersions(builtInVersion, version) > 0 ? builtInVersion : null;
    return {
      name: place.name,
      title: manifest?.name ?? place.name,
      description: manifest?.description ?? '',
      version,
      origin,
      options: { ...manifest?.options } as Template['options'],
      problems: distinct(problems),
      newer,
      company: manifest !== null && manifest.powerpoint !== null,
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
    changed();
    return describe(place);
  };

  const examined = async (place: PackPlace): Promise<Examined> => {
    const { report, problems } = await work.run(OWNER, 'examine', at(place), shownOf(place));
    return { template: await describe(place), report: report as Examined['report'], problems: distinct(problems) };
  };

  const designed = async (place: PackPlace): Promise<Designed> => {
    const design = await work.run(OWNER, 'design', at(place), shownOf(place));
    return { template: await describe(place), design: design as Designed['design'] };
  };

  /** Writes some of a pack's files. Throws `file/write` for a built-in one. */
  const rewrite = async (place: PackPlace, files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
    if (originOf(place) === 'built-in')
      throw new LecternError(
        problem('file/write', { message: 'a built-in template is not changed', received: place.name, hint: 'Make a copy of it first.' }),
      );
    await store.alone(place.folder, (mayReplace) =>
      store.writeTogether(
        [...files].map(([path, content]) => ({ file: join(place.folder, path), content })),
        { mayReplace },
      ),
    );
    changed();
  };

  const refuseTaken = async (name: string, replace: boolean): Promise<void> => {
    if (replace || !(await places()).some((p) => p.name === name)) return;
    throw packExists(name);
  };

  return {
    list: async () => Promise.all((await places()).map(describe)),
    place: async (name) => at(await find(name)),
    folderOf: async (name) => (await find(name)).folder,
    forget: changed,
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
      const { manifest, problems } = await work.run(OWNER, 'read', { files, shown: safe }, safe);
      if (manifest === null) throw new LecternError(problems);
      const there = (await places()).find((p) => p.name === safe);
      if (there && !replace) {
        const version = (await read(there)).manifest?.version ?? 'unknown';
        const coming = manifest.version;
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
      const made = await work.run(OWNER, 'make', { bytes, file, title: called, folder: `templates/${name}` }, file);
      await put(name, made.files, replace);
      const answer = await examined(await find(name));
      return { ...answer, problems: distinct([...made.problems, ...answer.problems]) };
    },
    examine: async (name) => examined(await find(name)),
    map: async (name, layout, onto) => {
      const place = await find(name);
      await rewrite(place, await work.run(OWNER, 'remap', { pack: at(place), changes: { [layout]: onto } }, shownOf(place)));
      return examined(place);
    },
    design: async (name) => designed(await find(name)),
    redesign: async (name, changes) => {
      const place = await find(name);
      await rewrite(place, await work.run(OWNER, 'redesign', { pack: at(place), changes }, shownOf(place)));
      return designed(place);
    },
    exportTo: async (name, folder) => {
      const place = await find(name);
      const { manifest, problems } = await read(place);
      if (manifest === null) throw new LecternError(problems);
      const bytes = zipFolder(name, await packFiles(place.folder));
      const path = join(folder, `${name}-${fileNameOf(manifest.version)}.zip`);
      await store.write(path, bytes);
      return { path, bytes: bytes.byteLength };
    },
  };
}
