import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '../../src/core/base/errors.ts';
import { readPack } from '../../src/core/template/index.ts';
import type { Pack } from '../../src/core/template/types.ts';
import { packFolder } from './theme.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** A built-in pack, or the tests' plain one, as it lies in the repository. */
export function builtInPack(name = 'policy-brief'): Pack {
  const folder = join(ROOT, packFolder(name));
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());
  return unwrap(readPack(new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))])), packFolder(name)));
}

const PALETTE = `{ dark1: '#000000', light1: '#FFFFFF', dark2: '#333333', light2: '#EEEEEE', accent1: '#880000', accent2: '#006600',
    accent3: '#777777', accent4: '#CCCCCC', accent5: '#000088', accent6: '#666600', hyperlink: '#0000EE', followedHyperlink: '#551A8B' }`;
const DARK = PALETTE.replace("dark2: '#333333'", "dark2: '#222222'").replace("accent1: '#880000'", "accent1: '#FF9999'");

/** The files of a small sound pack; give a path to replace or add a file, null to take one away. */
export function packFiles(changes: Readonly<Record<string, string | Uint8Array | null>> = {}): Map<string, Uint8Array> {
  const files: Record<string, string | Uint8Array | null> = {
    'template.yaml':
      'name: Tiny\ndescription: For tests\nversion: 1.0.0\noptions:\n  wide: { type: boolean, label: Wide, default: true }\n',
    'theme.yaml': `name: tiny\ncolors:\n  light: ${PALETTE}\n  dark: ${DARK}\nfonts: { heading: Georgia, body: Calibri }
regions:\n  title: { columns: 1-12, rows: 10-20 }\nlayouts:\n  own: { regions: { body: { columns: 1-12, rows: 30-80 } } }\n`,
    'deck.hbs': '<section layout="own"><h2>{{deck.title}}</h2></section>',
    ...changes,
  };
  return new Map(
    Object.entries(files).flatMap(([path, content]) =>
      content === null ? [] : [[path, typeof content === 'string' ? Buffer.from(content) : content]],
    ),
  );
}

/** A small pack with this `deck.hbs` and these partials. */
export function tinyPack(deck: string, partials: Readonly<Record<string, string>> = {}): Pack {
  const named = Object.entries(partials).map(([name, text]) => [`partials/${name}.hbs`, text]);
  return unwrap(readPack(packFiles({ 'deck.hbs': deck, ...(Object.fromEntries(named) as Record<string, string>) }), 'tiny'));
}
