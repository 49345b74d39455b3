/** Bundles what other programs import, with its types. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { buildForNode } from './cli.ts';
import type { ShippedModules } from './notices/shipped.ts';

const ENTRY = 'src/library/index.ts';

/** Writes `dist/library` below the project's top folder, or another folder: `index.mjs` with what it needs, and `types`. */
export async function buildLibrary(root: string, out: string = join(root, 'dist', 'library'), shipped?: ShippedModules): Promise<void> {
  await buildForNode(root, { input: { index: ENTRY }, out, shipped });
  for (const [file, text] of declarations(root)) {
    const path = join(out, 'types', relative(join(root, 'src'), file));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** The declarations that the entry's lead to, by path. Throws where one needs a package: who imports us has none of ours. */
function declarations(root: string): Map<string, string> {
  const read = (path: string): unknown => ts.readConfigFile(path, (file) => ts.sys.readFile(file)).config;
  const { options } = ts.parseJsonConfigFileContent(read(join(root, 'src/library/tsconfig.json')), ts.sys, join(root, 'src/library'));
  // One program over all rooms: what is emitted needs no built references.
  const program = ts.createProgram([join(root, ENTRY), join(root, 'src/core/write/html/subset-font.d.ts')], {
    ...options,
    outDir: root,
    composite: false,
    declaration: true,
    incremental: false,
  });
  const found = new Map<string, string>();
  const follow = (source: string): void => {
    const path = source.replace(/(?:\.d)?\.ts$/, '.d.ts');
    if (found.has(path)) return;
    // One at a time, as they are reached: to emit all would mean to check all.
    program.emit(program.getSourceFile(source), (_, text) => void found.set(path, text), undefined, true);
    const text = found.get(path);
    if (text === undefined) throw new Error(`no declarations of ${source}`);
    for (const [, specifier = ''] of text.matchAll(/\b(?:from|import\()\s*['"]([^'"]+)['"]/g)) {
      if (!specifier.startsWith('.')) throw new Error(`${relative(root, path)}: a public type may not need ${specifier}`);
      follow(join(dirname(source), specifier));
    }
  };
  follow(join(root, ENTRY));
  return found;
}
