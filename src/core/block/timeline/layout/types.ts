import type { Slice } from '../../../base/slice.ts';
import type { DateSpan, spanReader } from '../../../language/index.ts';
import type { ColorUse, Frame, LevelStyle } from '../../../template/theme/types.ts';
import type { Run } from '../../../base/text.ts';
import type { SetParagraph, SetText, Stretch } from '../../../layout/text/types.ts';
import type { SceneParagraph, ShapeBox, TextBox } from '../../../layout/types.ts';
import type { ShownEvent, TimelineBlock } from '../types.ts';

/** An event, or what of its words stands in one part of a list. */
export interface ListEvent extends ShownEvent {
  readonly stretch?: Stretch;
}

export interface TimelineItem {
  readonly kind: 'timeline';
  /** The timeline before it was divided: all its parts have its column of dates. */
  readonly whole: DrawnBlock;
  readonly events: Slice<ListEvent>;
  /** Which of all events the mark of the briefing's date stands behind in a list; null: none. */
  readonly mark: number | null;
  /** Chosen once for the whole timeline, so that its parts look alike; null: a list, as one is that no slide holds whole. */
  readonly form: DrawnForm | null;
  /** It is too long for one slide, so each of its parts stands in columns by itself. */
  readonly isLong: boolean;
  /** Height of its whole region in points. */
  readonly room: number;
}

/** A timeline, or the part of a long one that stands on a slide: only one of its parts shows today. */
export interface DrawnBlock extends TimelineBlock {
  readonly isPart?: true;
  readonly hidesToday?: boolean;
}

/** To scale; side by side in equal steps; in two columns of rows. */
export type DrawnForm = 'scale' | 'steps' | 'columns';

/** How sure the date of an event is: filled, hollow, dashed. */
export type Certainty = 'exact' | 'about' | 'planned';

/** An event with what its date means. */
export interface Entry {
  readonly event: ShownEvent;
  /** Its place among the events as they were written, from 1. */
  readonly number: number;
  /** Null: no date can be read in it. */
  readonly span: DateSpan | null;
  readonly certainty: Certainty;
}

/** Part of a drawing: a shape, or words in one text box. Its frame is from the drawing's start edge and top, in points. */
export type DrawnPart =
  | (Pick<ShapeBox, 'shape' | 'fill' | 'stroke' | 'strokeWidth' | 'dash'> & {
      readonly kind: 'shape';
      readonly name: string;
      readonly frame: Frame;
    })
  | {
      readonly kind: 'words';
      readonly name: string;
      readonly frame: Frame;
      readonly style: string;
      readonly levels: readonly LevelStyle[];
      readonly set: SetText;
      readonly term: NonNullable<TextBox['term']> | null;
    };

export interface Drawing {
  readonly parts: readonly DrawnPart[];
  readonly height: number;
  /** Marks that are to be told apart stand in each other's way. */
  readonly isCrowded: boolean;
}

/** Colours of marks and of what they stand on. */
export interface Look {
  readonly mark: ColorUse;
  readonly paper: ColorUse;
}

/** What is found of timelines while a deck is laid out, so that it is not found again for each size and part that is tried. */
export interface TimelineCache {
  /** Timelines as their columns of dates need them. */
  readonly shortDated: Map<TimelineBlock, TimelineBlock>;
  /** By form, room and size; null where a drawing does not hold. */
  readonly drawings: Map<TimelineBlock, Map<string, Drawing | null>>;
  /** Readers of dates by language, and what each event's date means. */
  readonly readers: Map<string, ReturnType<typeof spanReader>>;
  readonly read: Map<ShownEvent, Pick<Entry, 'span' | 'certainty'>>;
  /** Labels by their words, as set in a size and width, and their widths in a size. */
  readonly paragraphs: Map<readonly Run[], Map<number, SceneParagraph>>;
  readonly set: Map<SceneParagraph, Map<string, SetParagraph>>;
  readonly widths: Map<SceneParagraph, Map<number, { readonly least: number; readonly most: number; readonly date: number }>>;
}
