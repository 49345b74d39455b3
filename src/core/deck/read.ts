import type { SourceEntry } from '../briefing/types.ts';
import { byPlace, hasErrors, problem, type Outcome, type Problem } from '../base/errors.ts';
import type { Theme } from '../template/theme/types.ts';
import type { Markup } from '../template/types.ts';
import { leaveOut, type LeftOut } from './left-out.ts';
import { slideIds } from './ids.ts';
import { descendants, elementsOf, inlineText, type LinkTarget } from './inline.ts';
import { sizeFault } from './size.ts';
import { kindOf, readSlide, type SlideDraft } from './slide.ts';
import { uniqueTitles } from './titles.ts';
import type { Element, Fault } from './element.ts';
import { readTree } from './tree.ts';
import type { Deck, DeckMeta } from './types.ts';

export interface DeckContext {
  readonly theme: Theme;
  readonly meta: DeckMeta;
  readonly sources: readonly SourceEntry[];
  readonly leftOut?: readonly LeftOut[];
}

const noSlides = (file: string, message: string, hint: string): Problem =>
  problem('deck/no-slides', { message, place: { file }, allowed: '<section layout="…"><h2>…</h2>…</section>', hint });

/** `#article/topic` leads to that topic's first slide, `#sources` to the first slide of that kind without a topic. */
function linkTargets(sections: readonly Element[], ids: readonly string[], stays: readonly boolean[]): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  sections.forEach((section, i) => {
    if (stays[i] === false) return;
    const key = `#${section.attributes['topic'] ?? kindOf(section)}`;
    if (!targets.has(key)) targets.set(key, `#${ids[i] ?? ''}`);
  });
  return targets;
}

function linkFaults(sections: readonly Element[], targets: ReadonlyMap<string, string>, sources: ReadonlySet<number>): Fault[] {
  return sections.flatMap(descendants).flatMap((element): Fault[] => {
    const { href, 'data-ref': refs } = element.attributes;
    const where = { at: element.at, slide: element.slide };
    const unknown = (refs ?? '').split(' ').filter((ref) => ref !== '' && !sources.has(Number(ref)));
    const faults = unknown.map((ref): Fault => {
      const allowed = sources.size === 0 ? 'this deck has no sources' : `1 to ${sources.size}`;
      return {
        ...where,
        code: 'deck/value',
        message: 'there is no source of this number',
        received: ref,
        allowed,
        hint: 'Print references with the refs or rich helper.',
      };
    });
    if (!href?.startsWith('#') || targets.has(href)) return faults;
    const allowed = [...targets.keys()].join(', ');
    return [
      ...faults,
      {
        ...where,
        code: 'deck/url',
        message: 'no slide of the deck has this address',
        received: href,
        allowed,
        hint: 'Link to one of those allowed.',
      },
    ];
  });
}

function titleOf(section: Element | undefined): string {
  const heading = section && elementsOf(section).find((child) => child.key === 'heading1' || child.key === 'heading2');
  return heading ? inlineText(heading.children) : '';
}

/** One problem for what a loop in the template printed many times from one line: the first slide stands for all. */
function toProblems(faults: readonly Fault[], sections: readonly Element[]): Problem[] {
  const first = new Map<string, Problem>();
  for (const { code, at, slide, ...details } of faults) {
    const key = JSON.stringify([code, at.file, at.line, details.message, details.received]);
    if (first.has(key)) continue;
    const section = sections.find((candidate) => candidate.slide === slide);
    const place = slide === 0 ? at : { ...at, slide: { number: slide, title: titleOf(section) } };
    first.set(key, problem(code, { ...details, place }));
  }
  return [...first.values()].sort(byPlace);
}

/**
 * Reads what a template printed into typed slides. Problems (`deck/…`) name the slide, the template's line, the element and
 * what is allowed, all at once; with one of them there is no deck. Notes are left out of the audience's copy whatever the template prints.
 */
export function readDeck(markup: Markup, { theme, meta, sources, leftOut = [] }: DeckContext): Outcome<Deck> {
  const { sections, faults } = readTree(markup);
  if (sections.length === 0 && faults.length === 0) {
    const hint = 'Check the conditions in the template, and that the briefing has topics.';
    return { value: null, problems: [noSlides(markup.file, 'the template printed no slides', hint)] };
  }
  const ids = slideIds(sections.map((section) => ({ topic: section.attributes['topic'] ?? null, kind: kindOf(section) })));
  // A link to a slide that is left out is none; which slides these are is known once all have been read.
  let targets = linkTargets(sections, ids, []);
  faults.push(...linkFaults(sections, targets, new Set(sources.map((source) => source.number))));
  const target: LinkTarget = (href) => targets.get(href) ?? null;
  const read = (section: Element, into: Fault[]): SlideDraft | null =>
    readSlide(section, theme, { target, origins: markup.origins, direction: meta.direction, faults: into });
  const all = sections.map((section) => read(section, faults));
  const problems = toProblems(faults, sections);
  if (hasErrors(problems)) return { value: null, problems };
  const keys = all.map((draft) => ({ topic: draft?.topic ?? null, kind: draft?.kind ?? '', notes: draft?.notes ?? [] }));
  const { stays, problems: said } = leaveOut(keys, leftOut);
  problems.push(...said);
  const isWhole = !stays.includes(false);
  if (!isWhole) targets = linkTargets(sections, ids, stays);
  const drafts = all.flatMap((first, i) => {
    const section = sections[i];
    if (stays[i] === false || !section) return [];
    const draft = isWhole ? first : read(section, []);
    return draft ? [{ ...draft, id: ids[i] ?? '' }] : [];
  });
  if (drafts.length === 0) {
    return { value: null, problems: [...problems, noSlides(markup.file, 'all slides are left out', 'Keep at least one.')] };
  }
  const titles = uniqueTitles(drafts, meta.words, meta);
  const slides = drafts.map((draft, i) => ({ ...draft, title: titles[i] ?? draft.title, notes: meta.forPresenter ? draft.notes : [] }));
  const tooLarge = sizeFault(slides);
  if (tooLarge) return { value: null, problems: [...problems, ...toProblems([tooLarge], sections)] };
  return { value: { meta, slides, sources }, problems };
}
