/** The text of `THIRD-PARTY-NOTICES.txt`: what others made, of which something is in the app, and under which terms. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ShippedPackage } from './shipped.ts';
import { SUPPLEMENTS, type Supplement } from './supplements.ts';

export const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';

/** Characters: a text up to this only points to a licence. The shortest in use, 0BSD, has more; Apache's pointer has 553. */
export const LONGEST_POINTER = 600;

const LICENCE_FILE = /^(un)?(licen[cs]e|copying|notice|copyright)s?([-_.][\w-]+)?(\.(md|markdown|txt))?$/i;
const NO_TEXT = /\.(c?js|mjs|ts|json|html|ya?ml)$/i;
/** A heading of the readme, underlined or not, up to the next. */
const README_SECTION = /^(?:#+ *licen[cs]e\b.*|licen[cs]e *\n[=-]{3,})\n([\s\S]*?)(?=^#|^.+\n[=-]{3,}$|(?![\s\S]))/im;

const COPYRIGHT = /(?:copyright\b.*\b(?:19|20)\d\d|copyright (?:\(c\)|©) *[A-Z]|\(c\) *(?:19|20)\d\d|© *(?:19|20)\d\d).*/i;
/** Without a year, as some write it at the head of a licence; not a clause about “the Copyright Holder”. */
const PLAIN_COPYRIGHT = /^\W*(Copyright (?!Holder|Owner|Notice|License|Law)[A-Z].*)/;
const COMMENT = /^\s*(?:\/\/|\/?\*+!?)/;

const byCode = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The same text on every machine: no byte order mark, plain line ends, no space before them, no empty lines around. */
const tidy = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\f ]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');

/** A readme's table of the libraries inside a package and their licences, with the words around it. */
const README_LIBRARIES = /^## Licensing\n([\s\S]*^\| *Library *\|[\s\S]*)/m;

/**
 * The licence texts that a package brings: its files, else the readme's section where that is more than a name; with the readme's table
 * of what others made of it.
 */
function ownTexts(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = entries.map((entry) => entry.name).sort(byCode);
  const texts = names
    .filter((name) => LICENCE_FILE.test(name) && !NO_TEXT.test(name))
    .map((name) => tidy(readFileSync(join(folder, name), 'utf8')));
  const readme = names.find((name) => /^readme(\.(md|markdown|txt))?$/i.test(name));
  const words = readme === undefined ? '' : tidy(readFileSync(join(folder, readme), 'utf8'));
  const libraries = README_LIBRARIES.exec(words)?.[1];
  if (libraries !== undefined) texts.push(tidy(libraries));
  if (texts.length > 0) return texts;
  const section = README_SECTION.exec(words);
  const text = tidy(section?.[1] ?? '').replace(/&lt;|&gt;/g, (entity) => (entity === '&lt;' ? '<' : '>'));
  return text.length <= LONGEST_POINTER ? [] : [text];
}

/** Lines that name a holder; those of a licence's instructions (“[yyyy]”) do not. */
const holders = (text: string, inComments: boolean): string[] =>
  text
    .split('\n')
    .filter((line) => !inComments || (COMMENT.test(line) && line.length < 200))
    .flatMap((line) => (COPYRIGHT.exec(line)?.[0] ?? PLAIN_COPYRIGHT.exec(line)?.[1])?.replace(/\s*\*+\/?\s*$/, '').trim() ?? []);

/** package.json's licence, in SPDX's words; of the older forms too. */
function licenceOf(manifest: Readonly<Record<string, unknown>>): string {
  const name = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null && 'type' in value ? name(value.type) : [];
  const listed: unknown = manifest['licenses'];
  return name(manifest['license'])[0] ?? (Array.isArray(listed) ? listed.flatMap(name).join(' OR ') : '');
}

/** One package's terms. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly licence: string;
  readonly copyright: readonly string[];
  readonly text: string;
}

const supplementText = ({ of, licence, copyright, text }: Supplement, { name }: ShippedPackage, texts: string): string =>
  [
    ...(of === name ? [] : [`--- In ${name}: ${of} (${licence})`, '']),
    ...copyright,
    ...(copyright.length === 0 ? [] : ['']),
    tidy(readFileSync(join(texts, text), 'utf8')),
  ].join('\n');

/** Licences that name who wrote them: the Free Software Foundation, the LaTeX project, Netscape. */
const HELD: ReadonlySet<Supplement['text']> = new Set(['LGPL-3.0.txt', 'LPPL-1.0.txt', 'LPPL-1.3c.txt', 'MPL-1.1.txt'] as const);

/** A package's notice, or in words why there is none. */
function noticeOf(shipped: ShippedPackage, texts: string): Notice | string {
  const { name, version, folder, files } = shipped;
  const key = `${name} ${version}`;
  const supplements = SUPPLEMENTS[key] ?? [];
  const others = Object.keys(SUPPLEMENTS).filter((other) => other.startsWith(`${name} `));
  if (supplements.length === 0 && others.length > 0)
    return `${key}: look whether the supplement for ${others.join(', ')} holds for this version`;
  const own = ownTexts(folder);
  const ofItself = supplements.some(({ of }) => of === name);
  if (own.join('').length <= LONGEST_POINTER && !ofItself) return `${key}: no licence text in ${folder}`;
  const licence = licenceOf(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>);
  if (licence === '') return `${key}: package.json names no licence`;
  const code = files.filter((file) => /\.[cm]?[jt]sx?$/.test(file)).flatMap((file) => holders(readFileSync(file, 'utf8'), true));
  const added = supplements.map((supplement) => ({ ...supplement, words: supplementText(supplement, shipped, texts) }));
  const text = [...own, ...added.map(({ words }) => words)].join('\n\n');
  // Who holds the words of a licence does not hold what is under it.
  const naming = [...own, ...added.map((one) => (HELD.has(one.text) ? one.copyright.join('\n') : one.words))].join('\n\n');
  return { name, version, licence, copyright: [...new Set([...holders(naming, false), ...code])], text };
}

/** The notices of all packages. Throws with a line for each that has no text of its licence. */
export function noticesFor(packages: readonly ShippedPackage[], root: string): Notice[] {
  const notices = packages.map((shipped) => noticeOf(shipped, join(root, 'scripts', 'notices', 'texts')));
  const faults = notices.filter((notice) => typeof notice === 'string');
  if (faults.length > 0)
    throw new Error(
      `packages are shipped whose licence is not known in full (see scripts/notices/supplements.ts):\n${faults.map((f) => `  ${f}`).join('\n')}`,
    );
  return notices.filter((notice) => typeof notice !== 'string');
}

/** Where the sample articles come from, as they say themselves. */
function samples(root: string): string[] {
  const folder = join(root, 'content');
  const articles = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return articles.sort(byCode).map((name) => {
    const [, head = ''] = tidy(readFileSync(join(folder, name), 'utf8')).split(/^---$/m);
    const { title, authors, publisher, published, disclaimer } = parse(head) as Readonly<Record<string, string | string[] | undefined>>;
    const from = [authors, publisher, published].flat().filter((part) => part !== undefined);
    const by = from.length === 0 ? '' : `: ${from.join(', ')}`;
    return `content/${name}, from “${String(title)}”${by}. ${String(disclaimer ?? '')}`.trim();
  });
}

const heading = ({ name, version }: Pick<Notice, 'name' | 'version'>): string => `=== ${name} ${version} ===`;

/** The file's text: always the same for the same packages and samples. */
export function noticesText(notices: readonly Notice[], root: string): string {
  const lines = [
    'THIRD-PARTY NOTICES',
    '',
    'Lectern itself is under the MIT License (LICENSE). With it come code, fonts and data by others, under the terms below.',
    'Electron and Chromium have files of their own beside the program.',
    '',
    `${notices.length} packages:`,
    '',
    ...notices.map(({ name, version, licence }) => `  ${name} ${version}: ${licence}`),
    '',
    'Sample articles, whose words stay their authors’:',
    '',
    ...samples(root).map((sample) => `  ${sample}`),
  ];
  for (const notice of notices) {
    const { licence, copyright, text } = notice;
    lines.push('', '', heading(notice), '', `Licence: ${licence}`, ...copyright, '', text);
  }
  return `${lines.join('\n')}\n`;
}

/** What a file of notices has, by name and version: the licence and all that follows it. */
export function readNotices(text: string): Map<string, string> {
  const parts = text.split(/^=== (\S+ \S+) ===$/m);
  return new Map(Array.from({ length: (parts.length - 1) / 2 }, (_, i) => [parts[i * 2 + 1] ?? '', (parts[i * 2 + 2] ?? '').trim()]));
}
