import type { SourceEntry } from '../../../briefing/types.ts';

/** A file of a hand-over, by its path in the folder, `/` between parts. */
export interface HandedFile {
  readonly path: string;
  readonly bytes: number;
}

/** Families of a deck's fonts, by where they are found. */
export interface FontsNote {
  /** In the .html files and in the PDF; with the name of the font that stands in for one of the same widths. */
  readonly inside: readonly { readonly family: string; readonly shownBy: string }[];
  /** A .pptx names fonts and has none in it. */
  readonly needed: readonly string[];
  /** No file at hand: each machine shows its own, or another. */
  readonly lacking: readonly string[];
}

/** What has changed since an earlier hand-over of the same briefing, as text. */
export interface Changes {
  /** The day of that hand-over, `YYYY-MM-DD`. */
  readonly since: string;
  readonly file: HandedFile;
}

/** All that the page says which opens a hand-over. */
export interface HandoverPage {
  readonly title: string;
  readonly mark: string | null;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly stamp: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly to: string | null;
  readonly presenter: readonly HandedFile[];
  readonly audience: readonly HandedFile[];
  /** On one page: the same for everybody. Empty: nobody asked for it. */
  readonly brief: readonly HandedFile[];
  /** A PDF was wanted, and there was nothing to print it with. */
  readonly lacksPdf: boolean;
  readonly sources: HandedFile;
  readonly sourceTexts: readonly HandedFile[];
  readonly fonts: FontsNote;
  readonly checksums: string;
  readonly changes: Changes | null;
}

export interface SourcesPage extends Pick<HandoverPage, 'title' | 'mark' | 'language' | 'direction'> {
  /** Excerpts in it are what may be handed on. */
  readonly sources: readonly SourceEntry[];
  readonly sourceTexts: readonly HandedFile[];
}
