/**
 * What packages are in what is built. The bundlers are asked, by their own lists of modules: a lock file knows what is installed, not
 * what was bundled.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** A package of which something is shipped. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** Its folder, absolute, with `/`. */
  readonly folder: string;
  /** Those of its files that are bundled, absolute, with `/`. */
  readonly files: readonly string[];
}

/** Modules that bundlers and our own plugins make up, by the start of their names; null for ours. */
const VIRTUAL: readonly (readonly [RegExp, string | null])[] = [
  [/^rolldown\//, 'rolldown'],
  [/^vite\//, 'vite'],
  [/^@oxc-project\+runtime@/, '@oxc-project/runtime'],
  [/^process-itself$/, null],
];

/** Collects, over all bundles of a build, which modules they hold. */
export class ShippedModules {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #root: string;

  /** `root`: the project's top folder, absolute. */
  constructor(root: string) {
    this.#root = root;
  }

  /**
   * A plugin for rolldown, vite and electron-vite, which notes each bundle's modules and what its assets were made from. Modules of which
   * no code is left count too: their style sheets may be.
   */
  plugin(): Plugin {
    return {
      name: 'shipped-modules',
      generateBundle: (_, bundle) => {
        for (const file of Object.values(bundle)) {
          for (const id of file.type === 'chunk' ? file.moduleIds : file.originalFileNames) this.addModule(id);
        }
      },
    };
  }

  /** Notes a module by a bundler's name for it. Throws for one that was made up by nobody knows whom. */
  addModule(id: string): void {
    const path = id.replaceAll('\\', '/').replace(/\?.*$/s, '');
    const real = path.replace(/^\0/, '');
    if (real.includes('/node_modules/')) this.#files.add(real);
    else if (path.startsWith('\0')) {
      const known = VIRTUAL.find(([name]) => name.test(real));
      if (known === undefined) throw new Error(`whose module is ${real}? scripts/notices/shipped.ts has to know`);
      if (known[1] !== null) this.addPackage(known[1]);
    }
  }

  /** Notes a package that is copied, such as a font. */
  addPackage(name: string): void {
    this.addFolder(join(this.#root, 'node_modules', name));
  }

  /** Notes a package by where it lies. */
  addFolder(folder: string): void {
    this.#folders.add(folder.replaceAll('\\', '/'));
  }

  /** The packages, by name and version; two copies of one version are one. */
  packages(): ShippedPackage[] {
    const folders = new Map<string, string[]>([...this.#folders].map((folder) => [folder, []]));
    for (const file of this.#files) {
      // the last `node_modules` in the path is the package's own
      const [, folder = ''] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
      folders.set(folder, [...(folders.get(folder) ?? []), file]);
    }
    const found = new Map<string, ShippedPackage>();
    for (const [folder, files] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { name: string; version: string };
      const key = `${name} ${version}`;
      if (!found.has(key)) found.set(key, { name, version, folder, files: files.sort() });
    }
    return [...found.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  }
}
