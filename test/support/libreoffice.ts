import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

function onPath(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      continue;
    }
  }
  return null;
}

/** Where LibreOffice and poppler are; null where a machine has none. CI has them, and requires them. */
export const soffice = onPath('soffice');
export const pdftoppm = onPath('pdftoppm');

const required = process.env['LECTERN_REQUIRE_TOOLS'] === '1';

/** Debian installs Writer apart from the others. */
const writer = soffice === null ? null : join(dirname(realpathSync(soffice)), 'libswlo.so');

/** Whether tests of documents can run; says so where they cannot. */
export function hasWriter(file: string): boolean {
  if (writer !== null && existsSync(writer)) return hasLibreOffice(file);
  if (required) throw new Error('LibreOffice Writer is required here and was not found');
  process.stderr.write(`skipped: ${file} (no LibreOffice Writer)\n`);
  return false;
}

/** Whether tests that need LibreOffice and poppler can run; says so in one line where they cannot. */
export function hasLibreOffice(file: string): boolean {
  if (soffice !== null && pdftoppm !== null) return true;
  if (required) throw new Error('LibreOffice and poppler are required here and were not found on the PATH');
  process.stderr.write(`skipped: ${file} (no LibreOffice or no poppler)\n`);
  return false;
}

export interface Conversion {
  /** As `--convert-to` takes it: `pdf`, `fodp`. */
  readonly format: string;
  /** A fontconfig file, so that the machine's own fonts play no part. */
  readonly fontconfig?: string;
  /** What the files are; left out: decks. */
  readonly ending?: 'pptx' | 'docx';
}

/** One profile a process, since making one takes longer than a conversion; calls wait for each other, since a profile serves one at a time. */
let profile: string | null = null;
let queue: Promise<unknown> = Promise.resolve();

function profileFolder(): string {
  if (profile === null) {
    const made = mkdtempSync(join(tmpdir(), 'lectern-soffice-profile-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    profile = made;
  }
  return profile;
}

async function convertNow(decks: readonly Uint8Array[], { format, fontconfig, ending = 'pptx' }: Conversion): Promise<Uint8Array[]> {
  if (soffice === null) throw new Error('LibreOffice is not here');
  const folder = await mkdtemp(join(tmpdir(), 'lectern-soffice-'));
  try {
    const inputs = decks.map((_, i) => join(folder, `deck-${i}.${ending}`));
    const out = join(folder, 'out');
    mkdirSync(out);
    await Promise.all(decks.map((deck, i) => writeFile(inputs[i] ?? '', deck)));
    const env = fontconfig === undefined ? process.env : { ...process.env, FONTCONFIG_FILE: fontconfig };
    const options = [`-env:UserInstallation=file://${profileFolder()}`, '--headless', '--convert-to', format, '--outdir', out];
    await run(soffice, [...options, ...inputs], { env, timeout: 60_000 + 20_000 * decks.length });
    return decks.map((_, i) => {
      const made = readdirSync(out).find((name) => name.startsWith(`deck-${i}.`));
      if (made === undefined) throw new Error(`LibreOffice could not open deck ${i}`);
      return readFileSync(join(out, made));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Decks as LibreOffice reads them, in another format; many at once take little longer than one. */
export function convertAll(decks: readonly Uint8Array[], conversion: Conversion): Promise<Uint8Array[]> {
  const next = queue.then(() => convertNow(decks, conversion));
  queue = next.catch(() => undefined);
  return next;
}

/** One deck as LibreOffice reads it, in another format. */
export async function convert(deck: Uint8Array, conversion: Conversion): Promise<Uint8Array> {
  const [made] = await convertAll([deck], conversion);
  if (!made) throw new Error('LibreOffice made nothing');
  return made;
}

/** A page as pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** `#rrggbb` at a place given in points of the page. */
  readonly at: (x: number, y: number) => string;
  /** Share of the pixels inside a frame, in points, that are of a colour or nearly so. */
  readonly share: (
    frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    color: string,
  ) => number;
}

const DPI = 72;
/** How far a channel may be off for a pixel to count: text is smoothed at its edges. */
const NEAR = 24;

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** Reads a binary PPM: `P6`, width, height, depth, then three bytes a pixel. */
function readPpm(bytes: Uint8Array): Picture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+\d+\s/.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
  if (!head) throw new Error('not a PPM');
  const [width, height, start] = [Number(head[1]), Number(head[2]), head[0].length];
  const pixel = (x: number, y: number): number[] => {
    const at = start + 3 * (Math.min(height - 1, Math.round(y)) * width + Math.min(width - 1, Math.round(x)));
    return [...bytes.subarray(at, at + 3)];
  };
  return {
    width,
    height,
    at: (x, y) =>
      `#${pixel(x, y)
        .map((c) => c.toString(16).padStart(2, '0'))
        .join('')}`,
    share: (frame, color) => {
      const wanted = channels(color);
      let found = 0;
      let all = 0;
      for (let y = frame.y; y < frame.y + frame.height; y += 1) {
        for (let x = frame.x; x < frame.x + frame.width; x += 1) {
          all += 1;
          if (pixel(x, y).every((c, i) => Math.abs(c - (wanted[i] ?? 0)) <= NEAR)) found += 1;
        }
      }
      return all === 0 ? 0 : found / all;
    },
  };
}

/** A PDF's pages as pixels, one a point. */
export async function pictures(pdf: Uint8Array): Promise<Picture[]> {
  if (pdftoppm === null) throw new Error('poppler is not here');
  const folder = await mkdtemp(join(tmpdir(), 'lectern-pdf-'));
  try {
    const file = join(folder, 'deck.pdf');
    await writeFile(file, pdf);
    await run(pdftoppm, ['-r', String(DPI), file, join(folder, 'page')]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ppm'))
      .sort()
      .map((name) => readPpm(readFileSync(join(folder, name))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
