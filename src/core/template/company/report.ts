import type { Frame } from '../theme/types.ts';
import type { Reason } from './choose.ts';

/** With what a family's words are measured here. */
export interface FontMeasure {
  /** The bundled family; null where widths are only estimated. */
  readonly by: string | null;
  /** The family itself, or one whose letters are as wide. */
  readonly exact: boolean;
  /** How much wider than measured text is taken to be, as a share. */
  readonly margin: number;
  /** What PowerPoint shows where the family is not installed. */
  readonly fallback: string;
}

export interface DoctorFont {
  readonly use: 'heading' | 'body';
  readonly family: string;
  readonly measuredBy: string | null;
  readonly exact: boolean;
  /** What PowerPoint shows where the family is not installed. */
  readonly fallback: string;
}

export interface DoctorPlaceholder {
  readonly type: string;
  readonly index: number;
  readonly name: string;
}

export interface DoctorRegion {
  readonly name: string;
  readonly frame: Frame;
  /** Which placeholder it fills; null: a text box beside those. */
  readonly placeholder: number | 'title' | null;
  readonly trimmed: 'art' | 'placeholder' | null;
}

export interface DoctorLayout {
  readonly name: string;
  readonly label: string;
  readonly reason: Reason;
  /** `slideLayout2.xml` */
  readonly layout: string;
  readonly layoutName: string;
  readonly regions: readonly DoctorRegion[];
  readonly keepOut: readonly Frame[];
  readonly unused: readonly DoctorPlaceholder[];
  /** An SVG of the layout with its regions drawn. */
  readonly picture: string;
}

/** One of their layouts, to choose from. */
export interface DoctorChoice {
  readonly layout: string;
  readonly name: string;
  readonly type: string | null;
  readonly used: boolean;
  readonly placeholders: readonly DoctorPlaceholder[];
}

/** How an organisation's template and Lectern fit together. */
export interface DoctorReport {
  readonly file: string;
  readonly program: string;
  readonly page: { readonly width: number; readonly height: number };
  readonly fonts: readonly DoctorFont[];
  readonly layouts: readonly DoctorLayout[];
  readonly choices: readonly DoctorChoice[];
}
