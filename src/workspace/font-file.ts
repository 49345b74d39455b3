import { create, type Font } from 'fontkit';
import type { FontMetrics } from '../core/layout/font/metrics.ts';
import { makeMetrics } from './font-metrics.ts';

/** A face out of a font file, as plain data. */
export interface ReadFace {
  /** As PowerPoint's list of fonts names it. */
  readonly family: string;
  readonly weight: 400 | 700;
  readonly style: 'normal' | 'italic';
  readonly metrics: FontMetrics;
  /** Its maker forbids to put it into documents. */
  readonly restricted: boolean;
}

/** What fontkit's types leave out. */
interface Described {
  readonly directory: { readonly tables: Readonly<Record<string, { readonly length: number; readonly transformLength?: number }>> };
  readonly cmap: { readonly tables: readonly { readonly table: CharacterMap }[] };
  readonly 'OS/2'?: {
    readonly fsType?: { readonly noEmbedding?: boolean } | number;
    readonly fsSelection?: { readonly bold?: boolean; readonly italic?: boolean };
  };
  readonly head?: { readonly macStyle?: { readonly bold?: boolean; readonly italic?: boolean } };
}

interface Numbers {
  readonly toArray: () => readonly number[];
}

interface CharacterMap {
  readonly version: number;
  readonly startCode?: Numbers;
  readonly endCode?: Numbers;
  readonly groups?: { readonly toArray: () => readonly { readonly startCharCode: number; readonly endCharCode: number }[] };
}

/** Unicode has not half as many characters, and no font for decks unpacks to more bytes. */
const MOST_CHARACTERS = 300_000;
const LARGEST = 64 * 1024 * 1024;

/**
 * A font that says it is endless is refused before anything of it is unpacked or listed: one array too large for the thread's memory ends
 * the whole process, not the thread alone.
 */
function refuseEndless({ directory, cmap }: Described): void {
  const bytes = Object.values(directory.tables).reduce(
    (sum, { length, transformLength }) => sum + Math.max(length, transformLength ?? 0),
    0,
  );
  if (bytes > LARGEST) throw new RangeError('the font unpacks to too much');
  for (const { table } of cmap.tables) {
    const starts = table.startCode?.toArray() ?? [];
    const ends = table.endCode?.toArray() ?? [];
    const ranges = [
      ...ends.map((end, i) => end - (starts[i] ?? 0)),
      ...(table.groups?.toArray() ?? []).map((group) => group.endCharCode - group.startCharCode),
    ];
    if (ranges.reduce((sum, range) => sum + Math.max(0, range) + 1, 0) > MOST_CHARACTERS) throw new RangeError('too many characters');
  }
}

/**
 * The faces of a .ttf, .otf, .woff, .woff2 or .ttc. A file of light or heavy weight is the regular of its own family, as Windows has it
 * (name 1, OpenType specification 1.9). Throws what fontkit throws where it is no font.
 */
export function readFontFile(bytes: Uint8Array): ReadFace[] {
  const opened = create(Buffer.from(bytes)) as Font | { readonly fonts: readonly Font[] };
  return ('fonts' in opened ? opened.fonts : [opened]).map((font) => {
    const described = font as unknown as Described;
    refuseEndless(described);
    const { 'OS/2': os2, head } = described;
    const marks = os2?.fsSelection ?? head?.macStyle;
    const licence = os2?.fsType;
    return {
      family: font.familyName,
      weight: marks?.bold === true ? 700 : 400,
      style: marks?.italic === true ? 'italic' : 'normal',
      metrics: makeMetrics(font),
      restricted: typeof licence === 'object' && licence.noEmbedding === true,
    };
  });
}
