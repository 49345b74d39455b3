import { sha256 } from '../../base/hash.ts';
import { hasErrors, problem, type Outcome, type Problem } from '../../base/errors.ts';
// Not by its index: the rest of that room is for packs on an organisation's file alone.
import { baseProblems } from '../company/left-out.ts';
import type { Pack } from '../types.ts';
import { readManifest } from './manifest.ts';
import { fileIn } from '../files.ts';

const REQUIRED = ['template.yaml', 'theme.yaml', 'deck.hbs'] as const;
const PARTIAL = /^partials\/((?:[\w-]+\/)*[\w-]+)\.hbs$/;
const ASSET = /^(?:assets|fonts)(?:\/(?!\.{1,2}(?:\/|$))[^\\/]+)+$/;

function hashOf(files: ReadonlyMap<string, Uint8Array>): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  // Lengths between name and content: no two packs run into the same bytes.
  return sha256(...sorted.flatMap(([name, bytes]) => [`${name}\n${bytes.length}\n`, bytes]));
}

/**
 * A pack from its files by path below its folder (`/` between parts). Only `template.yaml` is parsed here; `checkPack` looks
 * at the rest. Files that a pack has no use for are left aside. An organisation's file in it is looked into here, since whoever
 * installs, checks or builds comes by: the file may have been put there by hand. Problems: `pack/missing`, `pack/yaml`, `pack/field`,
 * `pack/option`, `template/syntax` for text that is not UTF-8, those of `baseProblems`.
 */
export function readPack(files: ReadonlyMap<string, Uint8Array>, folder: string): Outcome<Pack> {
  const problems: Problem[] = [];
  const text = (path: string): string => {
    const bytes = files.get(path);
    if (!bytes) return '';
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      problems.push(
        problem('template/syntax', {
          message: 'the text is not UTF-8',
          place: { file: fileIn(folder, path) },
          hint: 'Save the file as UTF-8 in your editor.',
        }),
      );
      return '';
    }
  };
  for (const path of REQUIRED) {
    if (files.has(path)) continue;
    problems.push(
      problem('pack/missing', {
        message: 'the pack lacks a file',
        place: { file: fileIn(folder, path) },
        allowed: REQUIRED.join(', '),
        hint: `Add ${path} to the pack.`,
      }),
    );
  }
  const partials = new Map<string, string>();
  for (const path of [...files.keys()].sort()) {
    const name = PARTIAL.exec(path)?.[1];
    if (name !== undefined) partials.set(name, text(path));
  }
  const [manifestText, theme, deck] = [text('template.yaml'), text('theme.yaml'), text('deck.hbs')];
  const manifest = files.has('template.yaml') ? readManifest(manifestText, fileIn(folder, 'template.yaml')) : null;
  problems.push(...(manifest?.problems ?? []));
  if (hasErrors(problems) || !manifest?.value) return { value: null, problems };
  const name = folder.split(/[\\/]/).findLast((part) => part !== '') ?? '';
  const assets = new Map([...files].filter(([path]) => ASSET.test(path)));
  const base = manifest.value.powerpoint?.file;
  const bytes = base === undefined ? undefined : assets.get(base);
  if (base !== undefined && bytes) problems.push(...baseProblems(bytes, fileIn(folder, base)));
  if (hasErrors(problems)) return { value: null, problems };
  return { value: { name, manifest: manifest.value, theme, deck, manifestText, partials, assets, hash: hashOf(files), folder }, problems };
}
