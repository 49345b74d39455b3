import { parseBody, parseInline, parseNotes, slug, type FragmentOptions } from '../article/index.ts';
import { byPlace, hasErrors, type Outcome, type Problem } from '../base/errors.ts';
import { readYaml } from '../base/yaml.ts';
import { placesByName, type PlaceOf } from './places.ts';
import { briefingSchema, type BriefingFile, type FileItem } from './schema.ts';
import { emptySections, placesOfItems, readSections, type ItemOfSection } from './sections.ts';
import { additionForm, lineForm, parseAddress } from './override/address.ts';
import { given, isEmpty } from './override/empty.ts';
import type { Briefing, BriefingItem, DeckNotes, Overrides, OwnItem } from './types.ts';

export const DEFAULT_TEMPLATE = 'policy-brief';

/** Why an own slide has no references: they count the paragraphs of an article's source text. */
export const NO_REFERENCES = 'an own slide has no source text that a reference could name';

type FileOverrides = NonNullable<FileItem['overrides']>;

function readOverrides(overrides: FileOverrides | null | undefined): Overrides | null {
  if (!overrides) return null;
  const { headline, summary, points, notes, hashes, lines, removed, added, moved, without } = overrides;
  const read: Overrides = {
    ...{ headline: headline ?? null, summary: summary ?? null, points: points ?? [], notes: notes ?? null },
    ...given({ hashes, lines, removed, added, moved, without }),
  };
  return isEmpty(read) ? null : read;
}

function readNotes(notes: BriefingFile['notes']): DeckNotes | null {
  const { title = null, agenda = null, sources = null } = notes ?? {};
  return title === null && agenda === null && sources === null ? null : { title, agenda, sources };
}

/** Gives own slides without an id one from their title, each once. */
function withOwnIds(items: readonly ItemOfSection[]): BriefingItem[] {
  const taken = new Set(items.flatMap(({ item }) => item.id ?? []));
  return items.map(({ item, section }): BriefingItem => {
    const start = section ? { section } : {};
    if (item.topic !== undefined) {
      const [article = '', topic = ''] = item.topic.split('/');
      return {
        kind: 'topic',
        article,
        topic,
        depth: item.depth ?? 'points',
        overrides: readOverrides(item.overrides),
        ...given({ layout: item.layout, minutes: item.minutes }),
        ...start,
      };
    }
    const title = item.own ?? '';
    const base = slug(title);
    let id = item.id ?? base;
    for (let n = 2; item.id === undefined && taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    return { kind: 'own', id, title, body: item.body ?? '', ...given({ layout: item.layout, minutes: item.minutes }), ...start };
  });
}

/** Without a language here it is the first article's, which only `compose` knows. */
const languageOf = ({ language }: Briefing): Options => (language === null ? {} : { language });

/** How what is added is read, so far as its place says that; behind another addition it is what that one is. */
const ADDED: Readonly<Record<ReturnType<typeof additionForm>, Check>> = {
  blocks: parseBody,
  line: parseInline,
  open: () => ({ value: null, problems: [] }),
};

type Check = (markdown: string, options: FragmentOptions) => Outcome<unknown>;
type Options = Pick<FragmentOptions, 'noReferences' | 'language'>;

/** Reads the Markdown inside the file for its problems alone, so that they have lines; `compose` reads it for its value. */
function checkTexts(briefing: Briefing, text: string, file: string, at: PlaceOf): Problem[] {
  const lines = text.split('\n');
  const check = (markdown: string | null, path: readonly PropertyKey[], read: Check, how: Options = {}): Problem[] => {
    if (markdown === null) return [];
    const key = at(path);
    const keyLine = key.line ?? 1;
    // The text of a block scalar (`|`, `>`) begins in the line below its key, indented.
    const isBlock = /:\s*[|>][+\-\d]*\s*(?:#.*)?$/.test(lines[keyLine - 1]?.replace(/\r$/, '') ?? '');
    const indent = isBlock ? (/^ */.exec(lines[keyLine] ?? '')?.[0].length ?? 0) : 0;
    return read(markdown, { ...how, file, line: keyLine + 1 }).problems.map((found) => {
      const inside = {
        ...found.place,
        column: (found.place?.column ?? 1) + indent,
        ...(key.field === undefined ? {} : { field: key.field }),
      };
      return { ...found, place: isBlock ? inside : key };
    });
  };
  const own: Options = { noReferences: NO_REFERENCES, ...languageOf(briefing) };
  const notes = Object.entries(briefing.notes ?? {}) as [string, string | null][];
  const said = notes.flatMap(([slide, words]) => check(words, ['notes', slide], parseNotes, { noReferences: NO_REFERENCES }));
  const shown = briefing.items.flatMap((item, index) => {
    const path = ['items', index];
    if (item.kind === 'own') return check(item.body, [...path, 'body'], parseBody, own);
    const { overrides } = item;
    if (!overrides) return [];
    return [
      ...check(overrides.headline, [...path, 'overrides', 'headline'], parseInline),
      ...check(overrides.summary, [...path, 'overrides', 'summary'], parseInline),
      ...overrides.points.flatMap((point, at) => check(point.text, [...path, 'overrides', 'points', at, 'text'], parseInline)),
      ...check(overrides.notes, [...path, 'overrides', 'notes'], parseNotes),
      ...(overrides.lines ?? []).flatMap(({ at: address, text }, at) => {
        const named = parseAddress(address);
        const form = named && lineForm(named);
        const isMarkdown = form !== null && 'form' in form && form.form === 'runs';
        return isMarkdown ? check(String(text), [...path, 'overrides', 'lines', at, 'text'], parseInline) : [];
      }),
      ...(overrides.added ?? []).flatMap(({ after, text = null }, at) =>
        check(text, [...path, 'overrides', 'added', at, 'text'], ADDED[additionForm(after)]),
      ),
    ];
  });
  return [...said, ...shown];
}

function readSeconds(seconds: BriefingFile['seconds']): Pick<Briefing, 'seconds'> {
  const { title, agenda, sources } = seconds ?? {};
  const stated = Object.entries({ title, agenda, sources }).filter(([, value]) => value != null);
  return stated.length === 0 ? {} : { seconds: Object.fromEntries(stated) };
}

/** A briefing with where its fields stand, for what is found wrong with it later. */
export interface ParsedBriefing extends Outcome<Briefing> {
  readonly placeOf: PlaceOf;
}

/** Reads `NAME.briefing.yaml`, docs/content-format.md. All problems at once, with line and column. */
export function parseBriefing(text: string, { file }: { readonly file: string }): ParsedBriefing {
  const codes = { syntax: 'briefing/yaml', field: 'briefing/field', cut: 'briefing/value-cut' } as const;
  const { value: read, problems } = readYaml(text, briefingSchema, { file, codes, guide: 'docs/content-format.md' });
  if (read === null) return { value: null, problems: problems.toSorted(byPlace), placeOf: placesByName(file) };
  const { value } = read;
  const sections = readSections(value.items ?? []);
  const placeOf = placesOfItems(sections, read.at);
  const briefing: Briefing = {
    title: value.title,
    subtitle: value.subtitle ?? null,
    audience: value.audience ?? null,
    presenter: value.presenter ?? null,
    date: value.date ?? null,
    minutes: value.minutes ?? null,
    mark: value.mark ?? null,
    language: value.language ?? null,
    template: value.template ?? DEFAULT_TEMPLATE,
    options: value.options ?? {},
    notes: readNotes(value.notes),
    ...readSeconds(value.seconds),
    ...given({ without: value.without }),
    items: withOwnIds(sections.items),
  };
  const own = [...duplicateOwnIds(briefing, placeOf), ...emptySections(sections, read.at), ...checkTexts(briefing, text, file, placeOf)];
  const all = [...problems, ...own].sort(byPlace);
  return { value: hasErrors(all) ? null : briefing, problems: all, placeOf };
}

function duplicateOwnIds(briefing: Briefing, at: PlaceOf): Problem[] {
  const own = briefing.items.flatMap((item, index): { item: OwnItem; index: number }[] => (item.kind === 'own' ? [{ item, index }] : []));
  return own
    .filter(({ item }, position) => own.findIndex((other) => other.item.id === item.id) < position)
    .map(({ item, index }) => ({
      code: 'briefing/field',
      severity: 'error',
      message: 'two own slides have the same id',
      place: at(['items', index, 'id']),
      received: item.id,
      hint: 'Give one of them another id.',
    }));
}
