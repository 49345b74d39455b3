import type { FrameSlide } from './messages.ts';

/** One slide's markup as elements, each time anew. */
export type SlideParts = ReadonlyMap<string, DocumentFragment>;

/** CSS rules by their text, put into one sheet as slides bring them: a rule's name says what it does, so none contradicts another. */
export function createRules(): { readonly sheet: CSSStyleSheet; readonly add: (css: string) => void; readonly clear: () => void } {
  const sheet = new CSSStyleSheet();
  const known = new Set<string>();
  return {
    sheet,
    add: (css) => {
      for (const rule of css.split('}')) {
        if (rule === '' || known.has(rule)) continue;
        known.add(rule);
        sheet.insertRule(`${rule}}`, sheet.cssRules.length);
      }
    },
    clear: () => {
      known.clear();
      sheet.replaceSync('');
    },
  };
}

/** Markup that our own writer made, as elements. Scripts in it would not run, and the page's policy would not let them. */
export function toFragment(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** The slides there are after a message: those it brings, and those it leaves as they were. */
export function merge(before: SlideParts, slides: readonly FrameSlide[]): Map<string, DocumentFragment> {
  const after = new Map<string, DocumentFragment>();
  for (const { id, markup } of slides) {
    const fragment = markup ? toFragment(markup.html) : before.get(id);
    if (fragment) after.set(id, fragment);
  }
  return after;
}

/** A copy to look at only: without ids, roles and tab stops. */
export function picture(fragment: DocumentFragment): DocumentFragment {
  const copy = fragment.cloneNode(true) as DocumentFragment;
  for (const element of copy.querySelectorAll('[id], [aria-labelledby]')) {
    element.removeAttribute('id');
    element.removeAttribute('aria-labelledby');
  }
  return copy;
}

/** The paragraph that a line belongs to: the element whose direct children its lines are. */
export function paragraphOf(target: Element): HTMLElement | null {
  const line = target.closest('.l');
  const parent = line?.parentElement?.closest<HTMLElement>('p, li, h1, h2, dt, dd, footer, td, th') ?? null;
  return parent;
}

/** A paragraph's words without reference numbers and without what is nested in it. */
export function textOfParagraph(paragraph: Element): string {
  const copy = paragraph.cloneNode(true) as Element;
  const whole = copy.querySelector(':scope > .whole');
  const text = (whole ?? copy).cloneNode(true) as Element;
  for (const nested of text.querySelectorAll('ul, ol, sup')) nested.remove();
  return squeeze(text.textContent);
}

/** Words to compare: white space as one space, without the marks of direction that layout adds to lines of two directions. */
export function squeeze(text: string): string {
  return text
    .replace(/[\u200E\u200F\u061C]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
