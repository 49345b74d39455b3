import type { Frame, Page } from 'playwright-core';

export interface DrawnPage {
  readonly slide: string;
  /** How far the drawn page's edges are from its frame's, in CSS pixels; inwards is positive. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** The frame in the window. */
  readonly frame: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Words of lines that reach out of their frame by more than a pixel. */
  readonly outside: readonly string[];
}

/** Every slide that is shown, with where its drawing stands in the frame that cuts it off. In the page, since a scale moves what it draws. */
export function drawnPages(page: Page | Frame, selector = '.slide'): Promise<DrawnPage[]> {
  return page.$$eval(selector, measurePages);
}

/** Runs in the browser: for drivers other than playwright too. */
export function measurePages(slides: readonly Element[] = [...document.querySelectorAll('.slide')]): DrawnPage[] {
  return slides
    .filter((slide) => slide.getClientRects().length > 0)
    .map((slide) => {
      const frame = slide.getBoundingClientRect();
      const drawn = slide.querySelector('.page')?.getBoundingClientRect() ?? new DOMRect();
      const lines = [...slide.querySelectorAll('.page .l')].filter((line) => {
        const { left, right, top, bottom } = line.getBoundingClientRect();
        return left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1;
      });
      return {
        slide: slide.id,
        left: drawn.left - frame.left,
        top: drawn.top - frame.top,
        right: frame.right - drawn.right,
        bottom: frame.bottom - drawn.bottom,
        frame: { left: frame.left, top: frame.top, right: frame.right, bottom: frame.bottom },
        outside: lines.map((line) => line.textContent),
      };
    });
}

/** Slides whose drawing does not fill its frame to a pixel, or whose words are cut off by it. */
export function misplaced(pages: readonly DrawnPage[]): DrawnPage[] {
  return pages.filter(
    ({ left, top, right, bottom, outside }) => [left, top, right, bottom].some((edge) => Math.abs(edge) > 1) || outside.length > 0,
  );
}
