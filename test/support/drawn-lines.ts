import type { DrawnPage } from './drawn-pages.ts';

export interface DrawnLine {
  readonly text: string;
  /** Edges of its words and its baseline, in CSS pixels from its slide's top left corner. */
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

export interface DrawnSlide {
  readonly number: number;
  /** In the window. */
  readonly frame: Pick<DrawnPage['frame'], 'left' | 'right' | 'top' | 'bottom'>;
  readonly lines: readonly DrawnLine[];
}

/** Every line of every slide that is shown. Runs in the browser, for any driver. */
export function measureLines(): DrawnSlide[] {
  return [...document.querySelectorAll('.slide')]
    .filter((slide) => slide.getClientRects().length > 0)
    .map((slide) => {
      const { left: x, top: y, right, bottom } = slide.getBoundingClientRect();
      const lines = [...slide.querySelectorAll('.page .l')].flatMap((line) => {
        if (line.textContent.trim() === '') return [];
        const words = document.createRange();
        words.selectNodeContents(line);
        const rect = words.getBoundingClientRect();
        // An empty inline block stands on the baseline; it takes no room.
        let probe = line.querySelector(':scope > i.probe');
        if (!probe) {
          const made = document.createElement('i');
          made.className = 'probe';
          made.style.setProperty('display', 'inline-block');
          line.append(made);
          probe = made;
        }
        const baseline = probe.getBoundingClientRect().bottom;
        return [{ text: line.textContent, left: rect.left - x, right: rect.right - x, baseline: baseline - y }];
      });
      return { number: Number(slide.id), frame: { left: x, top: y, right, bottom }, lines };
    });
}

/** The characters of each line as the eye meets them from left to right, spaces and marks left out. Runs in the browser. */
export function seenOrder(selector: string): string[] {
  return [...document.querySelectorAll(selector)].map((line) => {
    const seen: { character: string; x: number }[] = [];
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      for (let at = 0; at < text.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, width } = range.getBoundingClientRect();
        if (width > 0 && text.charAt(at).trim() !== '') seen.push({ character: text.charAt(at), x: left });
      }
    }
    return seen
      .toSorted((a, b) => a.x - b.x)
      .map(({ character }) => character)
      .join('');
  });
}
