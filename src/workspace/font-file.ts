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

/** The parts of OpenType's OS/2 table that fontkit's types leave out. */
interface Described {
  readonly 'OS/2'?: {
    readonly fsType?: { readonly noEmbedding?: boolean } | number;
    readonly fsSelection?: { readonly bold?: boolean; readonly italic?: boolean };
  };
  readonly head?: { readonly macStyle?: { readonly bold?: boolean; readonly italic?: boolean } };
}

/**
 * The faces of a .ttf, .otf, .woff, .woff2 or .ttc. A file of light or heavy weight is the regular of its own family, as Windows has it
 * (name 1, OpenType specification 1.9). Throws what fontkit throws where it is no font.
 */
export function readFontFile(bytes: Uint8Array): ReadFace[] {
  const opened = create(Buffer.from(bytes)) as Font | { readonly fonts: readonly Font[] };
  return ('fonts' in opened ? opened.fonts : [opened]).map((font) => {
    const { 'OS/2': os2, head } = font as unknown as Described;
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
