import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A .pptx with words on its slides changed, as somebody does in PowerPoint. Throws where a slide has not these words. */
export function withWords(deck: Uint8Array, words: Readonly<Record<string, string>>): Uint8Array {
  const parts = unzipSync(deck);
  for (const [from, to] of Object.entries(words)) {
    const found = Object.entries(parts).filter(
      ([name, part]) => /^ppt\/slides\/slide\d+\.xml$/.test(name) && strFromU8(part).includes(from),
    );
    if (found.length === 0) throw new Error(`no slide says ${from}`);
    for (const [name, part] of found) parts[name] = strToU8(strFromU8(part).replaceAll(from, to));
  }
  return zipSync(parts);
}

/** All words of a .pptx's slides. */
export function wordsOf(deck: Uint8Array): string {
  const slides = Object.entries(unzipSync(deck)).filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  return slides.map(([, part]) => [...strFromU8(part).matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text ?? '').join('\n')).join('\n');
}

/** The parts' names of a .pptx. */
export function partsOf(deck: Uint8Array): string[] {
  return Object.keys(unzipSync(deck));
}
