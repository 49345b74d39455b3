import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { FontMetrics } from '../../src/core/layout/font/metrics.ts';

const FONTS = join(import.meta.dirname, '..', '..', 'dist', 'fonts');

/** What the theme names, and the twin that stands for it. */
export const ALIASES = { Calibri: 'Carlito', Georgia: 'Gelasio', Arial: 'Arimo', Cambria: 'Caladea' } as const;

/** One file a face: several files of one family make LibreOffice take a wrong one. */
const SUBSETS = ['latin', 'arabic', 'hebrew'];

function configuration(folder: string): string {
  const aliases = Object.entries(ALIASES).map(
    ([family, twin]) => `<alias binding="same"><family>${family}</family><prefer><family>${twin}</family></prefer></alias>`,
  );
  const files = `<dir>${join(folder, 'ttf')}</dir><cachedir>${join(folder, 'cache')}</cachedir>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${files}${aliases.join('')}</fontconfig>`;
}

/**
 * A fontconfig file that knows the bundled fonts and no others, so that LibreOffice sets text in the faces that measured it, on any machine.
 * The fonts are unpacked once for each state of `dist/fonts`, below the system's folder for temporary files.
 */
export async function pinnedFonts(): Promise<string> {
  const wanted = readdirSync(FONTS).filter((name) => SUBSETS.some((subset) => new RegExp(`-${subset}-\\d00-\\w+\\.woff2$`).test(name)));
  const state = createHash('sha256');
  for (const name of wanted) state.update(name).update(readFileSync(join(FONTS, name)));
  const folder = join(tmpdir(), `lectern-fonts-${state.digest('hex').slice(0, 12)}`);
  const file = join(folder, 'fonts.conf');
  if (existsSync(file)) return file;
  // Made under a name of its own: two runs at once, or one that was stopped, leave no half folder under this one.
  const draft = mkdtempSync(`${folder}-`);
  mkdirSync(join(draft, 'ttf'));
  for (const name of wanted) {
    const { codePoints } = JSON.parse(readFileSync(join(FONTS, name.replace('.woff2', '.json')), 'utf8')) as FontMetrics;
    const ttf = await subsetFont(readFileSync(join(FONTS, name)), String.fromCodePoint(...codePoints), { targetFormat: 'sfnt' });
    writeFileSync(join(draft, 'ttf', name.replace('.woff2', '.ttf')), ttf);
  }
  writeFileSync(join(draft, 'fonts.conf'), configuration(folder));
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(file)) throw error;
  }
  return file;
}
