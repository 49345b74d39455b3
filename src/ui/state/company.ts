import type { DoctorLayout, DoctorRegion, DoctorReport, Examined, Problem, Template } from '../types.ts';

/** A file on its way to become a template. */
export type Adding =
  | { readonly phase: 'reading'; readonly file: string }
  /** A template of its name is there already: another name, or its place. */
  | { readonly phase: 'exists'; readonly file: string; readonly taken: string }
  | { readonly phase: 'failed'; readonly file: string; readonly problems: readonly Problem[] };

/** What a change of the mapping asked for and what came of it. */
export interface Moved {
  readonly layout: string;
  readonly changes: readonly Change[];
  /** Why nothing was changed; empty where something was. */
  readonly problems: readonly Problem[];
}

/** Work on templates made from an organisation's file. */
export interface Company {
  readonly adding: Adding | null;
  /** What the doctor shows. */
  readonly examined: Examined | null;
  /** Why there is nothing to show. */
  readonly failed: readonly Problem[];
  /** The layout that is being moved now. */
  readonly moving: string | null;
  readonly moved: Moved | null;
}

export const NO_COMPANY: Company = { adding: null, examined: null, failed: [], moving: null, moved: null };

/** Whether a file is for this way in, by its name; old and locked ones too, so that they are answered by name. */
export function isPowerPoint(name: string): boolean {
  return /\.(?:pot|ppt)[xm]?$/i.test(name);
}

/** A file's name as the contract takes it: no sign that a disk could read as a path, not too long, its ending kept. */
export function sendableName(name: string): string {
  const ending = /\.\w{1,5}$/.exec(name)?.[0] ?? '';
  const stem = name
    .slice(0, name.length - ending.length)
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/^[.\s]+/, '')
    .slice(0, 120)
    .trim();
  return `${stem === '' ? 'Template' : stem}${ending}`;
}

/** A title that no template has yet: `House`, `House 2`, `House 3`. */
export function freeTitle(wanted: string, templates: readonly Pick<Template, 'title' | 'name'>[]): string {
  const taken = new Set(templates.flatMap(({ title, name }) => [title.toLowerCase(), name.toLowerCase()]));
  const isFree = (title: string): boolean => !taken.has(title.toLowerCase()) && !taken.has(title.toLowerCase().replace(/\s+/g, '-'));
  if (isFree(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (isFree(`${wanted} ${n}`)) return `${wanted} ${n}`;
}

export interface Summary {
  readonly layouts: number;
  readonly placed: number;
  readonly instead: number;
  readonly byHand: number;
  /** Families that cannot be measured exactly. */
  readonly fonts: number;
}

export function summaryOf({ layouts, fonts }: DoctorReport): Summary {
  const count = (reason: DoctorLayout['reason']): number => layouts.filter((layout) => layout.reason === reason).length;
  const instead = count('instead');
  return {
    layouts: layouts.length,
    placed: layouts.length - instead,
    instead,
    byHand: count('by-hand'),
    fonts: new Set(fonts.filter(({ exact }) => !exact).map(({ family }) => family)).size,
  };
}

/** How much a finding matters: a decision for the user, not only its severity. */
export type Weight = 'error' | 'warning' | 'note';

/** Findings that ask for nothing. */
const NOTES: ReadonlySet<string> = new Set(['company/placeholder-unused', 'company/macros-left-out', 'company/data-left-out']);

/** Findings in the order in which they matter; those not named stand before the notes. */
const ORDER: readonly string[] = [
  'company/live-content',
  'company/live-left-out',
  'company/layout-missing',
  'theme/contrast',
  'company/no-title',
  'company/geometry-lost',
  'company/overlap',
  'theme/placement',
  'company/font',
  'company/map-changed',
  'company/art-left-out',
];

export function weightOf({ code, severity }: Pick<Problem, 'code' | 'severity'>): Weight {
  if (severity === 'error') return 'error';
  return NOTES.has(code) ? 'note' : 'warning';
}

/** Findings of one kind. */
export interface Finding {
  readonly code: Problem['code'];
  readonly weight: Weight;
  readonly problems: readonly Problem[];
}

/** Findings by kind, what matters most first. */
export function findingsOf(problems: readonly Problem[]): Finding[] {
  const kinds = new Map<string, Finding>();
  for (const problem of problems) {
    const weight = weightOf(problem);
    const key = `${weight} ${problem.code}`;
    kinds.set(key, { code: problem.code, weight, problems: [...(kinds.get(key)?.problems ?? []), problem] });
  }
  const weights: readonly Weight[] = ['error', 'warning', 'note'];
  const rank = ({ code, weight }: Finding): number => {
    const at = ORDER.indexOf(code);
    return weights.indexOf(weight) * 100 + (at === -1 ? ORDER.length : at);
  };
  return [...kinds.values()].sort((a, b) => rank(a) - rank(b));
}

/** The layout of ours that a finding is about; null where it is about all of the file. */
export function layoutIn({ place }: Problem): string | null {
  return /^(?:powerpoint\.)?layouts\.([\w-]+)/.exec(place?.field ?? '')?.[1] ?? null;
}

/** The region of it. */
export function regionIn({ place }: Problem): string | null {
  return /^(?:powerpoint\.)?layouts\.[\w-]+\.regions\.([\w-]+)/.exec(place?.field ?? '')?.[1] ?? null;
}

type Regions = Readonly<Record<string, number | 'title'>>;

/** Regions with a choice of boxes. The others go by the box's own kind, or stand in free room. */
const FIXED: ReadonlySet<string> = new Set(['title', 'footer', 'number', 'date', 'source', 'mark']);

/** A line taken off the top of the content's box has none of its own. */
const CUT_OFF: ReadonlySet<string> = new Set(['agenda lead', 'timeline lead']);

export function hasChoice({ name }: Pick<DoctorLayout, 'name'>, region: Pick<DoctorRegion, 'name'>): boolean {
  return !FIXED.has(region.name) && !CUT_OFF.has(`${name} ${region.name}`);
}

type Box = DoctorReport['choices'][number]['placeholders'][number];

const HOLDS: Readonly<Record<'text' | 'picture', ReadonlySet<string>>> = {
  text: new Set(['obj', 'body', 'subTitle', 'tbl', 'chart']),
  picture: new Set(['pic', 'obj', 'clipArt', 'media']),
};

/** The boxes of their layout that a region can fill, and the one that it does. ST_PlaceholderType. */
export function boxesFor(report: DoctorReport, layout: DoctorLayout, region: Pick<DoctorRegion, 'name' | 'placeholder'>): readonly Box[] {
  const boxes = report.choices.find((choice) => choice.layout === layout.layout)?.placeholders ?? [];
  const kinds = HOLDS[region.name === 'picture' ? 'picture' : 'text'];
  // A title has no index to be told by.
  return boxes.filter(({ type, index }) => kinds.has(type) || (index === region.placeholder && !/title$/i.test(type)));
}

/** The mapping with a region in another box. What was in that box goes where the region was. Null: Lectern finds a place. */
export function withBox(regions: Regions, region: string, box: number | null): Regions {
  const before = regions[region];
  const next: Record<string, number | 'title'> = {};
  for (const [name, held] of Object.entries(regions)) {
    if (name === region) continue;
    if (held !== box) next[name] = held;
    else if (before !== undefined) next[name] = before;
  }
  return box === null ? next : { ...next, [region]: box };
}

/** Which boxes a layout's regions fill now. */
export function regionsOf({ regions }: Pick<DoctorLayout, 'regions'>): Regions {
  return Object.fromEntries(regions.flatMap(({ name, placeholder }) => (placeholder === null ? [] : [[name, placeholder]])));
}

/** Something that a move brought about, for words to be made of. */
export type Change =
  | { readonly kind: 'layout'; readonly to: string }
  | { readonly kind: 'box'; readonly region: string; readonly to: string | null }
  | { readonly kind: 'refused'; readonly region: string; readonly to: string }
  | { readonly kind: 'place'; readonly regions: readonly string[] }
  | { readonly kind: 'findings'; readonly before: number; readonly after: number }
  | { readonly kind: 'nothing' };

/** What a box is called in their file. */
export function boxName(report: DoctorReport, layout: DoctorLayout, index: number | 'title' | null | undefined): string | null {
  const boxes = report.choices.find((choice) => choice.layout === layout.layout)?.placeholders ?? [];
  if (index === null || index === undefined) return null;
  const box = index === 'title' ? boxes.find(({ type }) => /title$/i.test(type)) : boxes.find((p) => p.index === index);
  return box?.name ?? String(index);
}

/** Points by which a region may differ and still stand where it was. */
const SAME = 1;

function isSamePlace(a: DoctorRegion, b: DoctorRegion): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(a.frame[side] - b.frame[side]) <= SAME);
}

function regionChanges(after: DoctorReport, was: DoctorLayout, is: DoctorLayout, asked: Regions | null): Change[] {
  const boxes = is.regions.flatMap((region): Change[] => {
    const earlier = was.regions.find(({ name }) => name === region.name);
    const to = boxName(after, is, region.placeholder);
    const wanted = asked?.[region.name];
    if (wanted !== undefined && wanted !== region.placeholder)
      return [{ kind: 'refused', region: region.name, to: boxName(after, is, wanted) ?? '' }];
    return earlier && earlier.placeholder === region.placeholder ? [] : [{ kind: 'box', region: region.name, to }];
  });
  const told = new Set(boxes.map((change) => ('region' in change ? change.region : '')));
  const moved = is.regions.filter((region) => {
    const earlier = was.regions.find(({ name }) => name === region.name);
    return earlier && !told.has(region.name) && !isSamePlace(earlier, region);
  });
  return moved.length === 0 ? boxes : [...boxes, { kind: 'place', regions: moved.map(({ name }) => name) }];
}

/** What is otherwise since a layout was moved. `asked`: the boxes that were named. */
export function changesOf(before: Examined, after: Examined, layout: string, asked: Regions | null): Change[] {
  const was = before.report.layouts.find(({ name }) => name === layout);
  const is = after.report.layouts.find(({ name }) => name === layout);
  if (!was || !is) return [{ kind: 'nothing' }];
  const isElsewhere = was.layout !== is.layout;
  // On another of their layouts every box is another: only what has none is worth saying.
  const own = is.regions.filter((region) => hasChoice(is, region) && region.placeholder === null);
  const changes: Change[] = isElsewhere
    ? [
        { kind: 'layout', to: is.layoutName === '' ? is.layout : is.layoutName },
        ...own.map(({ name }): Change => ({ kind: 'box', region: name, to: null })),
      ]
    : regionChanges(after.report, was, is, asked);
  const count = ({ problems }: Examined): number => problems.filter((problem) => weightOf(problem) !== 'note').length;
  if (count(before) !== count(after)) changes.push({ kind: 'findings', before: count(before), after: count(after) });
  return changes.length === 0 ? [{ kind: 'nothing' }] : changes;
}

/** What is said when a file is taken in. */
const ONCE: ReadonlySet<string> = new Set(['company/live-left-out', 'company/macros-left-out', 'company/data-left-out']);

/** What was said once, when the file was taken in, is not found again: it is kept beside what is. */
export function keepOnce(before: Examined | null, after: Examined): Examined {
  const once = before?.template.name === after.template.name ? before.problems.filter(({ code }) => ONCE.has(code)) : [];
  const isNew = (problem: Problem): boolean =>
    !after.problems.some(({ code, message }) => code === problem.code && message === problem.message);
  return { ...after, problems: [...once.filter(isNew), ...after.problems] };
}
