import { resolveTarget, targetFrom } from '../../../base/ooxml/relationships.ts';
import { RELATIONSHIPS as R } from '../../../base/ooxml/xml/namespaces.ts';
import { attribute } from '../../../base/ooxml/xml/scan.ts';
import { withoutEntries } from './agenda.ts';
import { withFreshAlt } from './alt.ts';
import { paragraphRules, type BoxContext } from './boxes.ts';
import type { Conflicts } from './conflicts.ts';
import { Designs, notesMaster } from './design.ts';
import { mergeLines, type PartEdit, type Side } from './lines.ts';
import type { Slot } from './order.ts';
import type { MergedPackage, Redirect } from './package.ts';
import { patched } from './patch.ts';
import { paragraphLines, type DeckSide, type SideBox, type SideSlide } from './side.ts';
import { slideEdits } from './slide.ts';
import { declarations, snippet } from './snippet.ts';
import { notesOf, slideMerge, type Fate, type Unit } from './units.ts';

export interface WriterInput {
  readonly merged: MergedPackage;
  readonly theirs: DeckSide;
  readonly ours: DeckSide;
  readonly designs: Designs;
  readonly conflicts: Conflicts;
  /** Of what was handed out. */
  readonly stamp: string;
  /** The parts of the merged deck's slides, by slot. */
  readonly parts: ReadonlyMap<Slot, string>;
  /** Our slides that list others: an entry whose slide is gone goes, too. */
  readonly agendas: ReadonlySet<SideSlide>;
}

const CLICK = /<a:hlink(?:Click|MouseOver)\b([^>]*?)(?:\/>|>(?:(?!<\/a:hlink)[^])*<\/a:hlink(?:Click|MouseOver)>)/g;
/** After its last paragraph was taken out, a text body would have none (CT_TextBody wants one). */
const EMPTY_BODY = /(<a:lstStyle\/>|<\/a:lstStyle>|<a:bodyPr[^>]*\/>|<\/a:bodyPr>)(<\/[ap]:txBody>)/g;

/** Writes the slides of the merged deck, and their notes. */
export class SlideWriter {
  readonly #input: WriterInput;
  /** By the part of a slide of ours. */
  readonly #ourParts = new Map<string, string>();
  readonly #theirParts: ReadonlySet<string>;
  readonly #shapeIds = new Map<string, number>();

  constructor(input: WriterInput) {
    this.#input = input;
    for (const [slot, part] of input.parts)
      if (slot.ours && !this.#ourParts.has(slot.ours.content.part)) this.#ourParts.set(slot.ours.content.part, part);
    this.#theirParts = new Set(input.parts.values());
  }

  /** All slots of a unit. `fate`: what becomes of it. */
  write(unit: Unit, slots: readonly Slot[], fate: Fate): void {
    const carrier: Side = fate.kind === 'merge' ? fate.carrier : fate.kind === 'ours' ? 'ours' : 'theirs';
    if (carrier === 'ours') for (const slot of slots) this.#place(slot);
    const edits = fate.kind === 'merge' ? this.#edits(unit, slots, carrier) : [];
    for (const [i, slot] of slots.entries()) {
      const part = this.#input.parts.get(slot) ?? '';
      const source = carrier === 'ours' ? slot.ours : slot.theirs;
      if (!source) continue;
      const own = edits.filter((edit) => edit.part === source.content.part);
      const from = carrier === 'ours' ? this.#input.ours.reader : this.#input.theirs.reader;
      if (carrier === 'ours' || own.length > 0)
        this.#input.merged.parts.set(part, patched(from.text(source.content.part), own).replace(EMPTY_BODY, '$1<a:p/>$2'));
      if (fate.kind === 'merge' && slot.ours) {
        const { merged } = this.#input;
        merged.parts.set(part, withFreshAlt(merged.text(part), slot.ours.content));
      }
      if (own.length > 0) this.#prune(part);
      this.#notes(unit, slot, i, part, carrier);
      this.#unlink(part, slot.ours !== null && carrier === 'ours' && this.#input.agendas.has(slot.ours) ? slot.ours.content.part : null);
    }
  }

  /** A slide that a hand added: as it is, but for links to slides that are gone. */
  keep(slot: Slot): void {
    this.#unlink(this.#input.parts.get(slot) ?? '', null);
  }

  /** Where a relationship of a slide of ours leads here. */
  readonly #redirect: Redirect = (r) => {
    if (r.type === R.slideLayout) return this.#input.designs.layout(r.part);
    if (r.type === R.notesSlide) return null;
    return r.type === R.slide ? (this.#ourParts.get(r.part) ?? null) : undefined;
  };

  /** Gives a slot's part the relationships of our slide. */
  #place(slot: Slot): void {
    const { merged, ours, parts } = this.#input;
    const part = parts.get(slot) ?? '';
    if (slot.ours) merged.carryRelationships(ours.reader, slot.ours.content.part, part, this.#redirect);
  }

  #edits(unit: Unit, slots: readonly Slot[], carrier: Side): PartEdit[] {
    const context = this.#context(unit, slots, carrier);
    return slideEdits(slideMerge(unit), {
      ...context,
      layout: (side, slide) => {
        const { reader } = this.#input[side];
        const [layout] = reader.ending(slide, '/slideLayout');
        return layout ? reader.text(layout.part) : '<p:sldLayout/>';
      },
      replaceChart: (his: SideBox, mine: SideBox) => this.#replaceChart(his, mine),
    });
  }

  #context(unit: Unit, slots: readonly Slot[], carrier: Side): BoxContext {
    const { stamp, theirs, ours, conflicts, parts } = this.#input;
    const reader = (side: Side) => (side === 'theirs' ? theirs.reader : ours.reader);
    const other: Side = carrier === 'theirs' ? 'ours' : 'theirs';
    const place = { slide: unit.id, title: (unit.theirs[0] ?? unit.ours[0])?.content.title ?? '' };
    return {
      carrier,
      stamp,
      text: (side, part) => reader(side).text(part),
      settle: (kind, box, contested) => conflicts.settle(kind, place, box, contested),
      carried: (xml, from, to) => {
        // `to` is a part of the carrier as it was read; where it stands now says its slot.
        const slot = slots.find((one) => (carrier === 'ours' ? one.ours : one.theirs)?.content.part === to);
        const here = slot ? (parts.get(slot) ?? to) : to;
        const piece = snippet(xml, declarations(reader(other).text(from)), declarations(reader(carrier).text(to)), (id) =>
          this.#relate(other, from, here, id),
        );
        return this.#numbered(piece, to, reader(carrier).text(to)).replace(CLICK, (tag, list: string) =>
          attribute(list, 'r:id') === '' ? '' : tag,
        );
      },
    };
  }

  /** The id of a relationship here that leads where one of a side's part does; empty where that is gone. */
  #relate(side: Side, from: string, here: string, id: string): string {
    const { merged, theirs, ours } = this.#input;
    if (id === '') return '';
    const r = (side === 'theirs' ? theirs.reader : ours.reader).follow(from, id);
    if (!r) return '';
    if (r.external) return merged.relate(here, r.type, r.target, true);
    if (r.type === R.slide) {
      const target = side === 'theirs' ? (this.#theirParts.has(r.part) ? r.part : undefined) : this.#ourParts.get(r.part);
      return target === undefined ? '' : merged.relate(here, r.type, target);
    }
    return merged.relate(here, r.type, side === 'theirs' ? r.part : merged.carry(ours.reader, r.part, this.#redirect));
  }

  /** Shapes that come into a slide get ids that it has not. */
  #numbered(xml: string, part: string, into: string): string {
    if (!xml.includes('<p:cNvPr')) return xml;
    let last = this.#shapeIds.get(part) ?? Math.max(1, ...[...into.matchAll(/<p:cNvPr\b[^>]*?\sid="(\d+)"/g)].map(([, id]) => Number(id)));
    const made = xml.replace(/(<p:cNvPr\b[^>]*?\sid=")\d+/g, (_, before: string) => `${before}${(last += 1)}`);
    this.#shapeIds.set(part, last);
    return made;
  }

  #replaceChart(his: SideBox, mine: SideBox): void {
    const { merged, ours } = this.#input;
    const part = his.slide.content.part;
    const chart = mine.box.chart;
    if (!chart || !his.box.chart) return;
    const name = merged.carry(ours.reader, chart.part, this.#redirect);
    const old = his.box.chart.part;
    const list = merged.relationships(part);
    const frame = this.#input.theirs.reader.related(part).find((r) => r.part === old);
    merged.putRelationships(
      part,
      list.map((r) => (r.id === frame?.id ? { ...r, target: targetFrom(part, name) } : r)),
    );
  }

  /** The notes of one slot: theirs, ours, or merged into theirs. */
  #notes(unit: Unit, { theirs, ours }: Slot, i: number, part: string, carrier: Side): void {
    const { merged } = this.#input;
    const whose = theirs === null ? 'ours' : notesOf(unit);
    const held = theirs?.content.notesPart ?? null;
    const isTheirs = whose === 'theirs' || (whose === 'merge' && (held !== null || !this.#takesNotes(unit, ours)));
    if (isTheirs) {
      if (held !== null && carrier === 'ours') merged.relate(part, R.notesSlide, held);
      if (whose === 'merge' && held !== null && theirs && ours) this.#mergeNotes(unit, theirs, ours, i);
      return;
    }
    merged.putRelationships(
      part,
      merged.relationships(part).filter(({ type }) => type !== R.notesSlide),
    );
    const fresh = ours?.content.notesPart ?? null;
    if (fresh === null) return;
    const { ours: side } = this.#input;
    const name = merged.free(fresh);
    merged.parts.set(name, side.reader.text(fresh));
    merged.carryRelationships(side.reader, fresh, name, (r) =>
      r.type === R.notesMaster
        ? notesMaster(side.reader, merged)
        : r.type === R.slide
          ? r.part === ours?.content.part
            ? part
            : (this.#ourParts.get(r.part) ?? null)
          : undefined,
    );
    merged.relate(part, R.notesSlide, name);
  }

  /** A hand took all notes out, and ours say something else now: whether these are wanted. */
  #takesNotes(unit: Unit, ours: SideSlide | null): boolean {
    const { stamp, conflicts } = this.#input;
    const base = unit.records.flatMap(({ said }) => said?.notes ?? []);
    const lines = ours ? paragraphLines(ours.content.notes, ours.content.notesPart ?? '', stamp) : [];
    const fresh = lines.filter(({ digest }) => !base.includes(digest));
    const title = unit.theirs[0]?.content.title ?? '';
    return fresh.length > 0 && conflicts.settle('notes', { slide: unit.id, title }, null, { base, theirs: [], ours: fresh }) === 'ours';
  }

  #mergeNotes(unit: Unit, theirs: SideSlide, ours: SideSlide, i: number): void {
    const { stamp, merged } = this.#input;
    const [his, mine] = [theirs.content.notesPart, ours.content.notesPart];
    if (his === null || mine === null) return;
    const slots: readonly Slot[] = [];
    const context = this.#context(unit, slots, 'theirs');
    const end = context.text('theirs', his).lastIndexOf('</p:txBody>');
    const edits = mergeLines({
      ...paragraphRules(context, end === -1 ? null : { part: his, at: end }),
      base: unit.records[i]?.said?.notes ?? [],
      theirs: paragraphLines(theirs.content.notes, his, stamp),
      ours: paragraphLines(ours.content.notes, mine, stamp),
      settle: (contested) => context.settle('notes', null, contested),
    });
    merged.parts.set(his, patched(context.text('theirs', his), edits).replace(EMPTY_BODY, '$1<a:p/>$2'));
  }

  /** What an edit took out is no part of the deck any more: a replaced picture must not travel on. */
  #prune(part: string): void {
    const { merged } = this.#input;
    const used = new Set([...merged.text(part).matchAll(/\sr:\w+\s*=\s*["']([^"']*)["']/g)].map(([, id]) => id));
    merged.putRelationships(
      part,
      merged.relationships(part).filter(({ id, type }) => used.has(id) || ![R.image, R.chart, R.hyperlink].some((one) => one === type)),
    );
  }

  /** Takes out links of a slide to slides that are gone, and of an agenda of ours (its part there) the whole line; one that a hand changed stays. */
  #unlink(part: string, agenda: string | null): void {
    const { merged } = this.#input;
    const list = merged.relationships(part);
    const kept = list.filter((r) => r.type !== R.slide || r.external || this.#theirParts.has(resolveTarget(part, r.target)));
    const known = new Set(kept.map(({ id }) => id));
    const leadsNowhere = (tag: string): boolean => {
      const id = attribute(tag, 'r:id') ?? '';
      return id !== '' && !known.has(id);
    };
    const xml = merged.text(part);
    const clicks = [...xml.matchAll(CLICK)].some(([, tag = '']) => leadsNowhere(tag));
    if (kept.length < list.length) merged.putRelationships(part, kept);
    if (!clicks) return;
    const isGone = (own: string): boolean => [...own.matchAll(CLICK)].some(([, tag = '']) => leadsNowhere(tag));
    const ours = agenda === null ? null : this.#input.ours.reader.text(agenda);
    const lines = ours === null ? xml : withoutEntries(xml, (own, line) => isGone(own) && ours.includes(line));
    merged.parts.set(
      part,
      lines.replace(CLICK, (click, tag: string) => (leadsNowhere(tag) ? '' : click)).replace(EMPTY_BODY, '$1<a:p/>$2'),
    );
  }
}
