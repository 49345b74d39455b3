import type { Section } from '../types.ts';

/** PowerPoint's sections: neighbouring slides with the same title; a slide without one belongs to the section before, the first to one named like the deck. */
export function sectionsOf(slides: readonly { readonly id: string; readonly section: string | null }[], deckTitle: string): Section[] {
  const sections: { title: string; slides: string[] }[] = [];
  for (const slide of slides) {
    const last = sections.at(-1);
    const title = slide.section ?? last?.title ?? deckTitle;
    if (last?.title === title) last.slides.push(slide.id);
    else sections.push({ title, slides: [slide.id] });
  }
  return sections;
}
