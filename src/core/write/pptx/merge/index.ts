import { plainTitle, titleIn } from '../read/content.ts';
import { designDigest } from '../recipe/design.ts';
import type { RecipeRecord } from '../recipe/part.ts';
import { renewedAgenda } from './agenda.ts';
import { addComments, AUTHOR } from './comments.ts';
import { conflictComment, Conflicts } from './conflicts.ts';
import { addTableStyles, Designs } from './design.ts';
import { fitted } from './fit.ts';
import type { LostSource } from './labels.ts';
import type { Line } from './lines.ts';
import { mergedOrder, type Sequence, type Slot } from './order.ts';
import { MergedPackage } from './package.ts';
import { listSlides } from './presentation.ts';
import { putProperties, putRecipePart } from './properties.ts';
import { readDecks, type ReadDecks } from './read.ts';
import type { DeckSide, SideSlide } from './side.ts';
import { SlideWriter } from './slides.ts';
import { sectionNames } from './sections.ts';
import type { Choice, Conflict, Merged, MergeInput, ShrunkBox, SlideOutcome } from './types.ts';
import { hasOrphans } from './slide.ts';
import { fateOf, isFirst, slideMerge, type Fate, type Unit } from './units.ts';

export type { Choice, Conflict, ConflictKind, Merged, MergeInput, SlideOutcome } from './types.ts';

/** What becomes of a unit once it is settled: whose slides stand, or none. */
type Settled = Exclude<Fate, { readonly kind: 'contested' }>;

const NONE = { base: [], theirs: [], ours: [] };

/** All that a slide says, title first. */
function spokenLines({ content }: SideSlide): Line[] {
  const { part, title, boxes, notes } = content;
  const said = boxes.flatMap(({ paragraphs, rows }) => [...paragraphs, ...rows.flatMap(({ cells }) => cells)]);
  const texts = [title, ...said.map(({ text }) => text).filter((text) => text !== title), ...notes.map(({ text }) => text)];
  return texts.filter(Boolean).map((text) => ({ text, digest: '', part, from: 0, to: 0 }));
}

function settled(unit: Unit, fate: Fate, conflicts: Conflicts): Settled {
  if (fate.kind !== 'contested') return fate;
  const place = { slide: unit.id, title: (unit.theirs[0] ?? unit.ours[0])?.content.title ?? '' };
  const choice = conflicts.settle(fate.what, place, null, {
    base: unit.records.map(({ title }) => title),
    theirs: unit.theirs.flatMap(spokenLines),
    ours: unit.ours.flatMap(spokenLines),
  });
  const isOurs = choice === 'ours';
  if (fate.what === 'slide-deleted') return { kind: isOurs ? 'ours' : 'gone' };
  if (fate.what === 'slide-withdrawn') return { kind: isOurs ? 'gone' : 'theirs' };
  return { kind: isOurs ? 'ours' : 'theirs' };
}

/** The slides that stand for a unit, each in the part of theirs that it takes the place of. */
function slotsOf(unit: Unit, fate: Settled): Slot[] {
  const { theirs, ours } = unit;
  if (fate.kind === 'gone') return [];
  if (fate.kind === 'theirs' || (fate.kind === 'merge' && fate.carrier === 'theirs'))
    return theirs.map((slide, i) => ({ unit, theirs: slide, ours: ours[i] ?? ours[0] ?? null }));
  return ours.map((slide, i) => ({ unit, theirs: theirs[i] ?? null, ours: slide }));
}

function sequence(side: DeckSide, units: readonly Unit[]): Sequence[] {
  const unitOf = new Map(units.flatMap((unit) => unit[side.side].map((slide) => [slide, unit] as const)));
  return side.slides.map((slide) => ({ slide, unit: unitOf.get(slide) ?? null }));
}

/** Our slide carries only where it has a place for all that a hand changed. */
function placedFate(unit: Unit, fate: Fate, stamp: string): Fate {
  if (fate.kind !== 'merge' || fate.carrier === 'theirs' || !hasOrphans(slideMerge(unit), stamp)) return fate;
  return unit.theirs.length === 1 && unit.ours.length === 1
    ? { kind: 'merge', carrier: 'theirs' }
    : { kind: 'contested', what: 'division' };
}

/** What is read of both decks and decided of each slide, before anything is written. */
interface Plan {
  readonly theirs: DeckSide;
  readonly ours: DeckSide;
  readonly units: readonly Unit[];
  readonly fates: ReadonlyMap<Unit, Settled>;
  readonly order: readonly Slot[];
}

function planOf({ theirs, ours, units, record }: ReadDecks, keepLooks: boolean, conflicts: Conflicts): Plan {
  const fates = new Map(units.map((unit) => [unit, settled(unit, placedFate(unit, fateOf(unit, keepLooks), record.stamp), conflicts)]));
  const slots = new Map(units.map((unit) => [unit, slotsOf(unit, fates.get(unit) ?? { kind: 'gone' })]));
  const order = mergedOrder({ theirs: sequence(theirs, units), ours: sequence(ours, units), slots });
  return { theirs, ours, units, fates, order };
}

/**
 * The edited deck with what the briefing gives now: by slide, box and paragraph, row, chart and picture the side that changed it since it was
 * handed out wins. The edited package is patched, so that what we do not know of it stays. What both changed stays theirs until it is settled,
 * is returned, and stands as a comment at its slide. Nothing is written where nothing differs: merged twice is merged once.
 *
 * Throws `merge/no-recipe` and `merge/old-recipe` where the deck does not tell what was handed out. The parts are still to be checked by `lint`.
 */
export function mergeDecks({
  theirs: theirParts,
  ours: ourParts,
  choices = new Map<string, Choice>(),
  keepLooks = false,
  layout,
  mark = null,
  at,
}: MergeInput): Merged {
  const decks = readDecks(theirParts, ourParts);
  const { record, ourRecord, parts, lost } = decks;
  const conflicts = new Conflicts(choices);
  const plan = planOf(decks, keepLooks, conflicts);
  const { theirs, ours, units, fates, order } = plan;
  const merged = new MergedPackage(parts);
  const byName = designs(plan, record, ourRecord, conflicts);
  const placed = new Map(
    order.map((slot) => [slot, slot.theirs?.content.part ?? merged.free(slot.ours?.content.part ?? 'ppt/slides/slide1.xml')]),
  );
  const agendas = new Map(
    ours.slides.flatMap((slide, i): [SideSlide, string][] => {
      const kind = ourRecord.slides[i]?.kind ?? '';
      return LISTS.has(kind) ? [[slide, kind]] : [];
    }),
  );
  const writer = new SlideWriter({
    merged,
    theirs,
    ours,
    designs: new Designs(theirs.reader, ours.reader, merged, byName),
    conflicts,
    stamp: record.stamp,
    parts: placed,
    agendas: new Set(agendas.keys()),
  });
  for (const unit of units)
    writer.write(
      unit,
      order.filter((slot) => slot.unit === unit),
      fates.get(unit) ?? { kind: 'gone' },
    );
  for (const slot of order) if (slot.unit === null) writer.keep(slot);
  if (order.some(({ theirs: slide }) => slide === null) || [...fates.values()].some(({ kind }) => kind === 'ours' || kind === 'merge'))
    addTableStyles(ours.reader, merged);
  renewAgendas(plan, placed, merged, agendas);
  const sections = sectionNames(ours);
  listSlides(
    merged,
    order.map((slot) => ({ part: placed.get(slot) ?? '', section: slot.ours ? (sections.get(slot.ours) ?? null) : null })),
  );
  const shrunk = layout === null ? [] : fitSlides(plan, placed, merged, layout);
  sayLost(lost, order, placed, merged, conflicts);
  addComments(merged, commentsFor(conflicts.list, order, placed), at);
  putProperties(ours.reader, merged, order.length);
  putRecipePart(ours.reader, merged);
  merged.finish();
  const unsettled = order.flatMap(({ theirs: slide }, i) =>
    slide?.content.comments.some(({ author }) => author === AUTHOR) ? [{ number: i + 1, title: slide.content.title }] : [],
  );
  const unmarked = order.flatMap((slot, i) => {
    const part = placed.get(slot) ?? '';
    return mark !== null && !merged.says(part, mark) ? [{ number: i + 1, title: (slot.theirs ?? slot.ours)?.content.title ?? '' }] : [];
  });
  return { parts: merged.parts, shrunk, unmarked, unsettled, conflicts: conflicts.list, slides: outcomes(plan, order) };
}

/** Whether their layouts stand for ours of the same name: a hand changed the design, and we did not. */
function designs({ theirs, ours }: Plan, record: RecipeRecord, ourRecord: RecipeRecord, conflicts: Conflicts): boolean {
  if (theirs.slides.every(({ content }) => content.creation === null)) return false;
  const [now, mine] = [designDigest(theirs.reader), ourRecord.design];
  if (now === record.design || now === mine) return false;
  // A deck that was merged before may hold our master beside another program's.
  if (mine !== record.design && ours.slides.length > 0) conflicts.settle('design', { slide: null, title: '' }, null, NONE);
  return mine === record.design;
}

/** Slides of ours that list others. */
const LISTS: ReadonlySet<string> = new Set(['agenda', 'sources']);

/** Our agendas and sources list the slides that the merged deck has, by the titles that these have. */
function renewAgendas(
  { units, fates, order }: Plan,
  placed: ReadonlyMap<Slot, string>,
  merged: MergedPackage,
  agendas: ReadonlyMap<SideSlide, string>,
): void {
  // One that the briefing withdrew and that stays as a hand left it is listed as little as one that a hand added: the next merge knows it as such.
  const standing = new Set(order.flatMap(({ unit }) => (unit && unit.ours.length > 0 ? [topicOf(unit)] : [])));
  const entries = new Map<string, string | null>();
  for (const unit of units) {
    // A divided slide is listed by its first part.
    const mine = isFirst(unit) && unit.ours[0] ? plainTitle(unit.ours[0].content.title) : null;
    if (mine === null) continue;
    const isGone = fates.get(unit)?.kind === 'gone' && !standing.has(topicOf(unit));
    const first = order.find((slot) => slot.unit === unit);
    const now = first && plainTitle(titleIn(merged.text(placed.get(first) ?? '')));
    if (isGone && !entries.has(mine)) entries.set(mine, null);
    if (now !== undefined && now !== '' && now !== mine) entries.set(mine, now);
  }
  if (entries.size === 0) return;
  for (const [slot, part] of placed)
    if (slot.ours && agendas.has(slot.ours))
      merged.parts.set(part, renewedAgenda(merged.text(part), entries, agendas.get(slot.ours) === 'sources'));
}

const topicOf = ({ id, records }: Unit): string => records[0]?.topic ?? id;

/** Fits the words of slides that are made from both. */
function fitSlides(
  { order, fates, ours }: Plan,
  placed: ReadonlyMap<Slot, string>,
  merged: MergedPackage,
  layout: NonNullable<MergeInput['layout']>,
): ShrunkBox[] {
  return order.flatMap((slot, i): ShrunkBox[] => {
    const part = placed.get(slot) ?? '';
    const scene = slot.ours && layout.slides[ours.slides.indexOf(slot.ours)];
    if (!scene || !slot.unit || fates.get(slot.unit)?.kind !== 'merge') return [];
    const { xml, shrunk } = fitted(merged.text(part), scene, layout.refit);
    if (shrunk.length > 0) merged.parts.set(part, xml);
    return shrunk.map((one) => ({ ...one, number: i + 1, title: scene.title }));
  });
}

/** Lines that stand in the merged deck without the source that they had. */
function sayLost(
  lost: readonly LostSource[],
  order: readonly Slot[],
  placed: ReadonlyMap<Slot, string>,
  merged: MergedPackage,
  conflicts: Conflicts,
): void {
  for (const { slide, text } of lost) {
    const slot = order.find(({ theirs }) => theirs?.content.part === slide);
    const part = slot && placed.get(slot);
    if (!slot?.theirs || part === undefined || !merged.says(part, text)) continue;
    const place = { slide: slot.unit?.id ?? null, title: slot.theirs.content.title };
    conflicts.settle('source', place, null, { ...NONE, theirs: [{ text, digest: '', part, from: 0, to: 0 }] });
  }
}

/** A comment at the slide of each conflict that nobody has settled; of one whose slide is gone at the first. */
function commentsFor(
  list: readonly Conflict[],
  order: readonly Slot[],
  placed: ReadonlyMap<Slot, string>,
): { part: string; text: string }[] {
  return list.flatMap((conflict) => {
    if (conflict.choice !== null) return [];
    const slot =
      order.find(({ unit, theirs }) =>
        unit ? unit.id === conflict.slide : conflict.slide === null && theirs?.content.title === conflict.title,
      ) ?? order[0];
    const part = slot && placed.get(slot);
    return part === undefined ? [] : [{ part, text: conflictComment(conflict) }];
  });
}

function outcomes({ units, fates }: Plan, order: readonly Slot[]): SlideOutcome[] {
  const standing = order.map(({ unit, theirs, ours }, i): SlideOutcome => {
    const fate = unit && fates.get(unit);
    const isOurs = fate?.kind === 'ours' || (fate?.kind === 'merge' && fate.carrier === 'ours');
    const title = (isOurs ? (ours ?? theirs) : (theirs ?? ours))?.content.title ?? '';
    return { number: i + 1, id: unit?.id ?? null, title, from: fromOf(unit, fate ?? null) };
  });
  const gone = units.flatMap((unit): SlideOutcome[] => {
    if (fates.get(unit)?.kind !== 'gone') return [];
    const title = (unit.theirs[0] ?? unit.ours[0])?.content.title ?? '';
    return [{ number: null, id: unit.id, title, from: unit.theirs.length === 0 ? 'deleted' : 'withdrawn' }];
  });
  return [...standing, ...gone];
}

function fromOf(unit: Unit | null, fate: Settled | null): SlideOutcome['from'] {
  if (unit === null || fate === null) return 'added';
  if (unit.records.length === 0) return 'new';
  if (fate.kind === 'merge') return 'merged';
  if (fate.kind === 'ours') return 'ours';
  const { theirChanges, ourChanges } = unit;
  if (theirChanges.has('notes') !== ourChanges.has('notes') && ourChanges.has('notes') && theirChanges.size === 0) return 'ours';
  return theirChanges.size === 0 ? 'same' : ourChanges.has('notes') ? 'merged' : 'theirs';
}
