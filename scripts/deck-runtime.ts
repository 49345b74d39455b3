/**
 * Bundles the deck's browser script and styles (src/player) into one module of strings,
 * which the HTML writer puts into every file: core reads no disk.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import type { ShippedModules } from './notices/shipped.ts';

const PLAYER = 'src/player';
const MODULE = 'src/core/write/html/generated.ts';
const STYLES = ['slide', 'read', 'chrome', 'print'];
const PRESENTER_STYLES = ['presenter'];

async function bundle(file: string, forPresenter: boolean, shipped?: ShippedModules): Promise<string> {
  const define = { FOR_PRESENTER: String(forPresenter) };
  const plugins = [shipped?.plugin()];
  const build = await rolldown({ input: file, platform: 'browser', logLevel: 'warn', transform: { define }, plugins });
  const { output } = await build.generate({ format: 'iife', minify: true, comments: false });
  await build.close();
  return output[0].code.trim();
}

/** Enough for our own style sheets: no string in them holds white space that matters twice. */
function minifyCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/(?<=[ :(,])0\./g, '.')
    .replace(/;}/g, '}')
    .trim();
}

async function copy(
  folder: string,
  forPresenter: boolean,
  shipped?: ShippedModules,
): Promise<Readonly<Record<'early' | 'script' | 'style', string>>> {
  const names = [...STYLES, ...(forPresenter ? PRESENTER_STYLES : [])];
  const style = names.map((name) => readFileSync(join(folder, `${name}.css`), 'utf8')).join('\n');
  return {
    early: await bundle(join(folder, 'early.ts'), forPresenter, shipped),
    script: await bundle(join(folder, 'main.ts'), forPresenter, shipped),
    style: minifyCss(style),
  };
}

/** The module's text. Notes in `shipped` what it bundles. */
export async function deckRuntime(root: string, shipped?: ShippedModules): Promise<string> {
  const folder = join(root, PLAYER);
  const copies = { PRESENTER: await copy(folder, true, shipped), AUDIENCE: await copy(folder, false, shipped) };
  const lines = Object.entries(copies).map(([name, texts]) => `// prettier-ignore\nexport const ${name} = ${JSON.stringify(texts)};\n`);
  return `// Made by scripts/deck-runtime.ts from src/player.\n${lines.join('')}`;
}

/** Writes the module where the writer imports it. */
export async function buildDeckRuntime(root: string): Promise<void> {
  writeFileSync(join(root, MODULE), await deckRuntime(root));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildDeckRuntime(process.cwd());
