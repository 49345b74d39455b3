import type { Origin } from '../base/origin.ts';
import type { OptionValue } from '../briefing/types.ts';
import type { PowerPointBase } from './company/types.ts';

/** A pack as read from its folder: texts and bytes, nothing parsed yet but `manifest`. */
export interface Pack {
  /** The folder's name. */
  readonly name: string;
  readonly manifest: PackManifest;
  /** `theme.yaml`, `deck.hbs`, `template.yaml` as text. */
  readonly theme: string;
  readonly deck: string;
  readonly manifestText: string;
  /** By name without `.hbs`, sub-folders with `/`. */
  readonly partials: ReadonlyMap<string, string>;
  /** By path below the pack: `assets/logo.png`, `fonts/Brand.ttf`. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** SHA-256 over names and contents of all files, sorted by name, hex. */
  readonly hash: string;
  /** What to put before file names in problems: the folder as the user knows it. */
  readonly folder: string;
}

export interface PackManifest {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly options: Readonly<Record<string, PackOption>>;
  /** The organisation's file that decks are written into; null in packs that are Lectern's own. */
  readonly powerpoint: PowerPointBase | null;
}

export type PackOption =
  | { readonly type: 'boolean'; readonly label: string; readonly default: boolean }
  | { readonly type: 'text'; readonly label: string; readonly default: string }
  | { readonly type: 'number'; readonly label: string; readonly default: number; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: 'choice'; readonly label: string; readonly default: string; readonly choices: readonly string[] };

/** Options every pack has without naming them: `format` (16:9, 4:3, A4) and `variant` (light, dark). */
export type Options = Readonly<Record<string, OptionValue>>;

/** What a template printed: HTML-like slide markup with `data-at="file:line"` on every tag. */
export interface Markup {
  readonly text: string;
  /** By the numbers of the marks in `text` (`base/origin.ts`). */
  readonly origins: readonly Origin[];
  /** The file named where a tag has no `data-at`. */
  readonly file: string;
}
