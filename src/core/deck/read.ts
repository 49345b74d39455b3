import type { SourceEntry } from '../briefing/types.ts';
import { byPlace, hasErrors, problem, type Outcome, type Problem } from '../base/errors.ts';
import type { Theme } from '../template/theme/types.ts';
import type { Markup } from '../template/types.ts';
import { readGroup, sectionsOf, type DraftGroup } from './group.ts';
import { leaveOut, type Candidate, type LeftOut } from './left-out.ts';
import { slideIds, slideSlots, type SlideSlot } from './ids.ts';
import { descendants, inlineText, type LinkTarget } from './inline.ts';
import { withPins, type WantedLayout } from './pins.ts';
import { settle } from './settle.ts';
import { sizeFault } from './size.ts';
import { headingsOf, kindOf, topicsOf } from './slide.ts';
import type { Element, Fault } from './element.ts';
import { readTree } from './tree.ts';
import type { Deck, DeckMeta, Slide, SlideGroup } from './types.ts';

export interface DeckContext {
  readonly theme: Theme;
  readonly meta: DeckMeta;
  readonly sources: readonly SourceEntry[];
  readonly leftOut?: readonly LeftOut[];
  /** Layouts that the briefing asks for. */
  readonly pins?: readonly WantedLayout[];
}

const noSlides = (file: string, message: string, hint: string): Problem =>
  problem('deck/no-slides', { message, place: { file }, allowed: '<section layout="…"><h2>…</h2>…</section>', hint });

/** The slides that an entry of the markup may become, by option. */
type EntrySlots = readonly (readonly (SlideSlot & { readonly id: string; readonly topics: readonly string[] })[])[];

/**
 * `#article/topic` leads to that topic's first slide, `#sources` to the first slide of that kind without a topic. Of a group to the first
 * that each option has, so that a link does not hang on what is chosen.
 */
function linkTargets(entries: readonly EntrySlots[], stays: (id: string) => boolean): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const options of entries) {
    const all = options.map((slots) => new Set(slots.map(({ id }) => id)));
    for (const { topic, topics, kind, id } of options[0] ?? []) {
      if (!stays(id) || !all.every((ids) => ids.has(id))) continue;
      for (const key of [topic ?? kind, ...topics]) if (!targets.has(`#${key}`)) targets.set(`#${key}`, `#${id}`);
    }
  }
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
  const heading = section && headingsOf(section)[0];
  return heading ? inlineText(heading.children) : '';
}

/** The slots of all sections, and the id of each. */
function slotsOf(entries: readonly Element[]): { readonly slots: readonly EntrySlots[]; readonly idOf: (section: Element) => string } {
  const sections = entries.map((entry) => ({ topic: entry.attributes['topic'] ?? null, options: sectionsOf(entry) }));
  const slots = slideSlots(sections.map(({ topic, options }) => options.map((own) => own.map((one) => ({ topic, kind: kindOf(one) })))));
  const ids = slideIds(slots.flat(2));
  const byElement = new Map(sections.flatMap(({ options }) => options.flat()).map((section, i) => [section, ids[i] ?? '']));
  const topics = sections.flatMap(({ options }) => options.flat()).map(topicsOf);
  let next = 0;
  return {
    slots: slots.map((options) =>
      options.map((own) => own.map((slot) => ({ topics: topics[next] ?? [], id: ids[next++] ?? '', ...slot }))),
    ),
    idOf: (section) => byElement.get(section) ?? '',
  };
}

/** Slots with the notes that are said there, each once. */
function candidates(slots: EntrySlots[number], groups: readonly (DraftGroup | null)[]): Candidate[] {
  const notes = new Map(groups.flatMap((group) => (group?.options ?? []).flat()).map((slide) => [slide.id, slide.notes]));
  const byId = new Map(slots.map((slot) => [slot.id, { ...slot, number: slot.occurrence + 1, notes: notes.get(slot.id) ?? [] }]));
  return [...byId.values()];
}

/** Whether one of a group's options has this slide and another has not. */
function mayLack(group: DraftGroup | null, id: string): boolean {
  const having = (group?.options ?? []).filter((slides) => slides.some((slide) => slide.id === id)).length;
  return having > 0 && having < (group?.options.length ?? 0);
}

/**
 * A group without the slides that are left out; null where none is left. Where one of them is of some options alone, only those may be
 * chosen: elsewhere what was on it would stand on another slide.
 */
function kept(group: SlideGroup, stays: (id: string) => boolean, forPresenter: boolean): SlideGroup | null {
  const gone = new Set(group.options.flatMap((slides) => slides.flatMap(({ id }) => (stays(id) ? [] : [id]))));
  const plain = (slide: Slide): Slide => (forPresenter || slide.notes.length === 0 ? slide : { ...slide, notes: [] });
  if (gone.size === 0) return { ...group, options: group.options.map((slides) => slides.map(plain)) };
  const having = indicesOf(group.options, (slides) => [...gone].every((id) => slides.some((slide) => slide.id === id)));
  const left = having.length > 0 ? having : group.options.map((_, i) => i);
  const options = left.map((i) => (group.options[i] ?? []).filter(({ id }) => !gone.has(id)).map(plain));
  const { pin } = group;
  const pinned = pin && { ...pin, options: indicesOf(left, (i) => pin.options.includes(i)) };
  return options[0]?.length === 0 ? null : { options, ...(pinned && { pin: pinned }) };
}

function indicesOf<T>(list: readonly T[], is: (one: T) => boolean): number[] {
  return list.flatMap((one, i) => (is(one) ? [i] : []));
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
export function readDeck(markup: Markup, { theme, meta, sources, leftOut = [], pins = [] }: DeckContext): Outcome<Deck> {
  const { sections, faults } = readTree(markup);
  if (sections.length === 0 && faults.length === 0) {
    const hint = 'Check the conditions in the template, and that the briefing has topics.';
    return { value: null, problems: [noSlides(markup.file, 'the template printed no slides', hint)] };
  }
  const { slots, idOf } = slotsOf(sections);
  // A link to a slide that is left out is none; which slides these are is known once all have been read.
  let targets = linkTargets(slots, () => true);
  faults.push(...linkFaults(sections, targets, new Set(sources.map((source) => source.number))));
  const target: LinkTarget = (href) => targets.get(href) ?? null;
  const read = (into: Fault[]): (DraftGroup | null)[] => {
    const context = { theme, idOf, target, origins: markup.origins, direction: meta.direction, faults: into };
    return sections.map((section) => readGroup(section, context));
  };
  let all = read(faults);
  const problems = toProblems(faults, sections);
  if (hasErrors(problems)) return { value: null, problems };
  // A slide of an option with nothing on it is none: it cannot be left out or linked to.
  const printed = new Set(all.flatMap((group) => (group?.options ?? []).flat()).map(({ id }) => id));
  const { stays, problems: said } = leaveOut(
    candidates(slots.flat(2), all).filter(({ id }) => printed.has(id)),
    leftOut,
  );
  problems.push(...said);
  const sure = (id: string): boolean => printed.has(id) && stays(id) && all.every((group) => !mayLack(group, id));
  const linked = [...targets.values()];
  if (linked.some((address) => !sure(address.slice(1)))) {
    targets = linkTargets(slots, sure);
    all = read([]);
  }
  const pinned = withPins(
    all.flatMap((group) => group ?? []),
    pins,
    theme,
  );
  problems.push(...pinned.problems);
  const groups = pinned.groups.flatMap((group) => kept(group, stays, meta.forPresenter) ?? []);
  const slides = settle(
    groups,
    groups.map(() => 0),
    meta,
  );
  if (slides.length === 0) {
    return { value: null, problems: [...problems, noSlides(markup.file, 'all slides are left out', 'Keep at least one.')] };
  }
  const tooLarge = sizeFault(slides);
  if (tooLarge) return { value: null, problems: [...problems, ...toProblems([tooLarge], sections)] };
  const isOpen = groups.some(({ options, pin }) => options.length > 1 || pin);
  return { value: { meta, slides, sources, ...(isOpen && { groups }) }, problems };
}
