/** What app and preview say to each other by `postMessage`. The preview is sandboxed: words and pictures go in, choices come out. */

export interface FrameSlide {
  readonly id: string;
  readonly title: string;
  /** Null: as it was. */
  readonly markup: { readonly html: string; readonly css: string } | null;
}

export interface FrameFont {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly unicodeRange: string;
  readonly bytes: ArrayBuffer;
}

/** `both`: a strip of thumbnails and one slide large; `topic`: the strip lies below, and only where there are several; `sheet`: small pictures only; `single`: no strip. */
export type FrameMode = 'both' | 'topic' | 'sheet' | 'single';

export type ToFrame =
  | {
      readonly kind: 'deck';
      readonly page: { readonly width: number; readonly height: number };
      readonly language: string;
      readonly direction: 'ltr' | 'rtl';
      /** Null: as it was. */
      readonly style: string | null;
      readonly slides: readonly FrameSlide[];
      /** Forget what was there before. */
      readonly fresh: boolean;
    }
  | { readonly kind: 'fonts'; readonly fonts: readonly FrameFont[] }
  /** `lines`: words of paragraphs that can be edited on this slide; `whole`: the slide is edited as one. */
  | { readonly kind: 'show'; readonly id: string; readonly lines: readonly string[]; readonly whole: boolean; readonly focus: boolean }
  | { readonly kind: 'look'; readonly dark: boolean; readonly mode: FrameMode; readonly words: FrameWords }
  | { readonly kind: 'outdated'; readonly outdated: boolean };

/** The frame's own words, from the app's catalogue. */
export interface FrameWords {
  readonly slides: string;
  readonly edit: string;
}

/** A rectangle in the frame's own pixels. */
export interface FrameRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type FromFrame =
  | { readonly kind: 'ready' }
  | { readonly kind: 'chosen'; readonly id: string }
  /** A line of a slide was clicked, or Enter pressed on it: the words of its paragraph, where it stands, and its type size in pixels. */
  | { readonly kind: 'line'; readonly slide: string; readonly text: string; readonly rect: FrameRect; readonly size: number }
  /** A slide that is edited as one. */
  | { readonly kind: 'whole'; readonly slide: string }
  /** A key that is the app's. */
  | {
      readonly kind: 'key';
      readonly key: string;
      readonly code: string;
      readonly ctrl: boolean;
      readonly meta: boolean;
      readonly shift: boolean;
      readonly alt: boolean;
    };
