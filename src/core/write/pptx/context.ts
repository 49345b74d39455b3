import type { Scene, SceneSlide } from '../../layout/types.ts';
import type { CompanyPlaceholder } from '../../template/company/types.ts';
import type { Layout, Theme } from '../../template/theme/types.ts';
import type { Languages } from './languages.ts';
import type { Relationships } from '../../base/ooxml/relationships.ts';

/** What every writer of a deck needs to know besides what it writes. */
export interface DeckContext {
  readonly scene: Scene;
  readonly theme: Theme;
  readonly languages: Languages;
  /** `slide3.xml` by slide id: where a link inside the deck leads. */
  readonly slideParts: ReadonlyMap<string, string>;
}

/** What the writer of a slide, a layout or a page of notes needs besides. */
export interface PartContext extends DeckContext {
  readonly relationships: Relationships;
  /** From this part to the slides; empty on slides themselves, since LibreOffice knows a jump by that alone. */
  readonly slideFolder: '' | '../slides/';
  /** The next shape id of this part; 1 is the shape tree's own. */
  readonly nextId: () => number;
}

export interface SlideContext extends PartContext {
  readonly slide: SceneSlide;
  readonly layout: Layout;
  /** Relationship ids of charts and pictures by box id. */
  readonly related: ReadonlyMap<string, string>;
  /** The organisation's placeholders by region, where the deck is written into its file; null: the layout is ours, and every region is a placeholder. */
  readonly bound: ReadonlyMap<string, CompanyPlaceholder> | null;
  /** `p:clrMapOvr`'s content. */
  readonly colorMapping: string;
  /** Regions whose placeholder a box already fills: a placeholder is filled once. */
  readonly filled: Set<string>;
}

/** Counts shape ids from 2. */
export function shapeIds(): () => number {
  let last = 1;
  return () => {
    last += 1;
    return last;
  };
}
