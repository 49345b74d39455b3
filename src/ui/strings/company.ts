import type { Change, Summary, Weight } from '../state/company.ts';
import type { Problem } from '../types.ts';
import { FINDINGS, PLAIN, type About } from './company-findings.ts';
import { plural } from './plural.ts';

/** A name in its maker's language, kept apart from the direction of the words around it. */
const name = (text: string): string => `“\u2068${text}\u2069”`;

const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** What a slide's parts are called here. */
const regions: Readonly<Record<string, string>> = {
  title: 'Title',
  subtitle: 'Subtitle',
  meta: 'Audience and presenter',
  lead: 'Summary',
  body: 'Content',
  second: 'Second column',
  picture: 'Picture',
  source: 'Whose words these are',
  mark: 'Mark (DRAFT …)',
  footer: 'Footer',
  number: 'Slide number',
  date: 'Date',
};

/** Kinds of layout, by PowerPoint's own names for them. ST_SlideLayoutType. */
const kinds: Readonly<Record<string, string>> = {
  title: 'title slide',
  obj: 'title and content',
  tx: 'title and text',
  objOnly: 'content alone',
  secHead: 'section heading',
  twoObj: 'two contents',
  twoColTx: 'two columns of text',
  twoTxTwoObj: 'comparison',
  txAndObj: 'text and content',
  objAndTx: 'content and text',
  objTx: 'content with caption',
  picTx: 'picture with caption',
  titleOnly: 'title only',
  blank: 'empty',
  tbl: 'table',
  chart: 'chart',
  vertTx: 'upright text',
  vertTitleAndTx: 'upright title and text',
};

/** What a box takes, by PowerPoint's own names for them. ST_PlaceholderType. */
const boxes: Readonly<Record<string, string>> = {
  title: 'title',
  ctrTitle: 'title',
  subTitle: 'subtitle',
  obj: 'any content',
  body: 'text',
  pic: 'picture',
  tbl: 'table',
  chart: 'chart',
  media: 'film',
  dgm: 'diagram',
  clipArt: 'picture',
  dt: 'date',
  ftr: 'footer',
  sldNum: 'slide number',
};

const region = (id: string): string => regions[id] ?? id;

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** Findings about something on a layout of theirs, which their place names. */
const PLACED: ReadonlySet<string> = new Set(['company/live-left-out', 'company/live-content']);

function finding(problem: Pick<Problem, 'code' | 'message' | 'received' | 'place'>, about: About | null): string {
  const { message, code, received, place } = problem;
  const plain = about && PLAIN[code];
  if (plain) return plain(about);
  const what = received === undefined || message.includes(received) ? '' : `: ${received}`;
  // The part's name in the file is for whoever looks after the template.
  const field = PLACED.has(code) ? place?.field?.replace(/ \([^()]*\)$/, '') : undefined;
  return sentence(`${message}${what}`) + (field === undefined ? '' : ` (\u2068${field}\u2069)`);
}

function summary({ layouts, placed, instead, fonts }: Summary): string {
  const place =
    placed === 0
      ? `None of the ${layouts} kinds of slide found its layout`
      : `${instead === 0 ? `All ${layouts}` : `${placed} of ${layouts}`} kinds of slide found their layout`;
  const parts = [
    `${place} in your file`,
    instead === 0 ? '' : `${placed === 0 ? 'all' : instead} ${instead === 1 ? 'uses' : 'use'} a stand-in`,
    fonts === 0 ? 'every font can be measured here' : `${plural(fonts, 'font')} cannot be measured exactly here`,
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

function change(it: Change): string {
  switch (it.kind) {
    case 'layout':
      return `Stands on ${name(it.to)} now.`;
    case 'box':
      return it.to === null
        ? `${region(it.region)} stands in a text box of Lectern’s now.`
        : `${region(it.region)} fills ${name(it.to)} now.`;
    case 'refused':
      return `${region(it.region)} could not be put into ${name(it.to)}: the box is turned, taken, or cannot be told from another.`;
    case 'place':
      return `${list(it.regions.map(region))} moved with it.`;
    case 'findings':
      return it.after === 0
        ? 'Nothing is left to look at.'
        : `${plural(it.after, 'thing')} to look at; there ${it.before === 1 ? 'was' : 'were'} ${it.before} before.`;
    case 'nothing':
      return 'Nothing is otherwise than before.';
  }
}

const weight: Readonly<Record<Weight, string>> = { error: 'Must be mended', warning: 'Worth a look', note: 'Good to know' };

/** Words about templates made from an organisation's own PowerPoint file. */
export const company = {
  name,
  region,
  summary,
  change,
  weight,
  finding,
  /** As the middle of a sentence has it. */
  part: (id: string): string => (region(id).startsWith('Mark') ? 'mark' : region(id).toLowerCase()),
  details: 'For whoever looks after the template',
  detail: ({ code, message, received, allowed }: Problem): string =>
    [`${code}: ${message}`, received, allowed].filter((text) => text !== undefined && text !== '').join(' · '),
  title: (code: string): string => FINDINGS[code] ?? 'Something in the template',
  kind: (type: string | null): string => (type === null ? 'kind not given' : (kinds[type] ?? 'a kind of your own')),
  box: (type: string): string => boxes[type] ?? 'other',
  add: 'Add your organisation’s template …',
  addTitle: 'Add your organisation’s template',
  reading: (file: string) => `Reading ${name(file)} …`,
  failed: (file: string) => `${name(file)} cannot be used. Nothing was added.`,
  other: 'Choose another file …',
  again: 'Try again',
  exists: (taken: string) => `There is a template called ${name(taken)} already.`,
  existsHint: 'Add this one under another name, or put it in the place of the one you have.',
  newName: 'Name of the new template',
  addAs: 'Add under this name',
  replace: 'Replace the one you have',
  tooLarge: {
    message: 'the file is too large for a template',
    allowed: 'up to 32 MB',
    hint: 'Open it in PowerPoint, delete its sample slides and compress its pictures, and save it again.',
  },
  unreadable: {
    message: 'the file cannot be read',
    allowed: 'a file that is still where it was chosen',
    hint: 'See whether it was moved or is open in another program, and choose it again.',
  },
  added: (title: string) => `Added the template ${name(title)}.`,
  onlyOne: (file: string) => `One template at a time: ${name(file)} was taken, the others were not.`,
  check: 'See how it fits …',
  doctor: (title: string) => `How ${name(title)} fits`,
  examining: 'Looking through the file …',
  notShown: 'This cannot be shown',
  facts: (width: string, height: string, used: number, of: number) =>
    `Page ${width} × ${height} cm · ${used} of ${plural(of, 'layout')} of your file in use`,
  intro:
    'Lectern writes each slide on a layout of your file and puts its words and pictures into the boxes that are on it, as PowerPoint itself would.',
  preview: 'Your briefing in it',
  noPreview: 'Open a briefing to see it in this template.',
  use: 'Use this template',
  inUse: 'This briefing uses it',
  used: (title: string) => `The briefing uses ${name(title)} now.`,
  back: 'All templates',
  findings: 'What to look at',
  noFindings: 'Nothing: everything fits.',
  show: 'Show it',
  showNamed: (label: string) => `Show it: ${label}`,
  hint: 'What to do:',
  received: 'Found:',
  allowed: 'Expected:',
  rest: (n: number) => `${n} more of the kind`,
  fonts: 'Fonts',
  fontHead: { use: 'For', family: 'Font', measured: 'Measured here with', fallback: 'Where it is missing, PowerPoint shows' },
  fontUse: { heading: 'Headings', body: 'Text' },
  measured: (by: string | null, family: string, exact: boolean): string => {
    if (by === null) return 'an estimate, with room to spare';
    if (!exact) return `${by}, with room to spare`;
    return by === family ? 'itself' : `${by}, just as wide`;
  },
  fontsHint: 'Text is set so that it fits in either.',
  layouts: 'Slide by slide',
  legend: {
    title: 'In the pictures',
    bound: 'a box of your layout that Lectern fills',
    free: 'a text box that Lectern adds, since your layout has none for it',
    keepOut: 'kept clear: a logo or other art',
  },
  on: (layout: string) => `On ${name(layout)}`,
  reason: {
    'by-type': 'Fits: your file says that it is a layout of this kind.',
    'by-samples': 'Fits: the slides in your file use it for this.',
    'by-placeholders': 'Fits: its boxes are those that this kind of slide needs.',
    'by-hand': 'Chosen by hand.',
    instead: 'Stand-in: your file has no layout of this kind.',
  },
  state: { 'by-type': 'Fits', 'by-samples': 'Fits', 'by-placeholders': 'Fits', 'by-hand': 'By hand', instead: 'Stand-in' },
  layoutField: 'Layout of your file',
  // Names stand first and bare: a select finds them by what is typed.
  choice: (label: string, type: string, used: boolean) => `${label} · ${type}${used ? ' · in use' : ''}`,
  what: 'What goes where',
  whatHint: 'Click a box in the picture, or choose here.',
  applyFirst: 'Move the slide first; its boxes are found anew there.',
  boxFor: (part: string) => `Box for ${part}`,
  boxChoice: (label: string, type: string) => `${label} · ${type}`,
  auto: 'Let Lectern find a place',
  ownBox: 'a text box of Lectern’s',
  cutOff: 'taken off the top of the content’s box',
  trimmed: { art: 'made smaller: art is in the way', placeholder: 'made smaller: another box is in the way' },
  keptClear: (n: number) => (n === 1 ? 'One area is kept clear for art.' : `${n} areas are kept clear for art.`),
  unused: (names: readonly string[]) => `Stays empty: ${list(names.map(name))}.`,
  apply: 'Move it',
  applying: 'Moving …',
  leave: 'Leave it as it was',
  moved: (label: string) => `${label}:`,
  notMoved: 'Nothing was changed.',
  ownLook: 'Page, colours and fonts are those of your file.',
  unusedLayouts: (n: number) => `${plural(n, 'layout')} of your file that Lectern does not need`,
  picture: (layout: string, parts: readonly string[]) => `Layout ${name(layout)} with ${list(parts)}`,
} as const;
