/** Packages that travel with the app as they are, since native code cannot be bundled: electron-builder.yml says which. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What of them stays at home: native code for Linux, in whose place there is WebAssembly. */
const leftOut = (name: string): boolean => /^@img\/sharp-(?:libvips-)?linux/.test(name);

/** The packages of package.json that are in no bundle. */
const FIRST = ['sharp', '@img/sharp-wasm32'] as const;

/** Where a package lies that another asks for; null where it is not installed, as those of other platforms. */
function folderOf(name: string, from: string): string | null {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(at) === at) return null;
  }
}

/** Their folders, with all that they ask for and that is installed. */
export function travellingPackages(root: string): string[] {
  const found = new Set<string>();
  const visit = (name: string, from: string): void => {
    const folder = leftOut(name) ? null : folderOf(name, from);
    if (folder === null || found.has(folder)) return;
    found.add(folder);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<Record<string, object | undefined>>;
    for (const list of [manifest['dependencies'], manifest['optionalDependencies']]) {
      for (const other of Object.keys(list ?? {})) visit(other, folder);
    }
  };
  for (const name of FIRST) visit(name, root);
  return [...found];
}
