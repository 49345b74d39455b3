import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** An edit of the XML of a .pptx: what is exchanged, for what, in which parts. */
export interface XmlEdit {
  readonly from: RegExp;
  readonly to: string;
  readonly parts?: RegExp;
}

export const SLIDES = /^ppt\/slides\/[^/]+\.xml$/;
export const CHARTS = /^ppt\/charts\/[^/]+\.xml$/;

/** Words between the tags of a run: alternative text, which says them too, stays as PowerPoint leaves it. */
export const shownWords = (from: string, to: string): XmlEdit => ({
  from: new RegExp(`>${from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \u00A0]')}<`, 'g'),
  to: `>${to}<`,
});

/** A .pptx with its XML edited, as PowerPoint writes it. Throws where nothing is found. */
export function byXml(deck: Uint8Array, edits: readonly XmlEdit[]): Uint8Array {
  const files = unzipSync(deck);
  for (const { from, to, parts = SLIDES } of edits) {
    let found = 0;
    for (const [name, bytes] of Object.entries(files)) {
      if (!parts.test(name)) continue;
      const text = strFromU8(bytes);
      const now = text.replace(from, to);
      if (now === text) continue;
      files[name] = strToU8(now);
      found += 1;
    }
    if (found === 0) throw new Error(`no part has ${String(from)}`);
  }
  return zipSync(files);
}
