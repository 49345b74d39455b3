import { marksOfValues, runsRight, withMarks, type Direction } from '../base/bidi.ts';
import { readMarks, type Origin } from '../base/origin.ts';
import { isRef, originsOf, plainText, type Run, type TextRun } from '../base/text.ts';
import { cleanText } from './characters.ts';
import type { Element } from './element.ts';

/** Where `#…` addresses lead: a slide's `#id`, or null where there is no such slide. */
export type LinkTarget = (href: string) => string | null;

/** What the words of an element are read with. */
export interface InlineContext {
  readonly target: LinkTarget;
  /** By the numbers of the marks in them. */
  readonly origins: readonly Origin[];
  /** The deck's. */
  readonly direction: Direction;
}

type Format = Omit<TextRun, 'text' | 'origins'>;

function formatOf(element: Element, format: Format, { target }: InlineContext): Format {
  switch (element.key) {
    case 'strong':
    case 'b':
      return { ...format, bold: true };
    case 'em':
    case 'i':
      return { ...format, italic: true };
    case 'struck':
      return { ...format, strike: true };
    case 'subscript':
      return { ...format, script: 'sub' };
    case 'superscript':
      return { ...format, script: 'super' };
    case 'link': {
      const href = element.attributes['href'];
      const found = href?.startsWith('#') ? target(href) : href;
      return found ? { ...format, href: found } : format;
    }
    default:
      return format;
  }
}

/** The runs of an element's nodes, one after another. */
function collect(nodes: readonly (Element | string)[], context: InlineContext): Run[] {
  const runs: Run[] = [];
  let open: number | null = null;
  const originOf = (number: number | null): Pick<TextRun, 'origins'> => {
    const origin = number === null ? undefined : context.origins[number];
    return origin ? { origins: [origin] } : {};
  };
  const visit = (node: Element | string, format: Format): void => {
    if (typeof node === 'string') {
      const marked = readMarks(node, open);
      open = marked.open;
      // A line break in the template's text is a space, as in HTML; one the author wrote is a <br>.
      for (const { text, origin } of marked.pieces) {
        runs.push({ ...format, text: cleanText(text).replace(/[ \t\n]+/g, ' '), ...originOf(origin) });
      }
    } else if (node.key === 'break') runs.push({ ...format, text: '\n', ...originOf(open) });
    else if (node.key === 'reference') runs.push({ refs: (node.attributes['data-ref'] ?? '').split(' ').filter(Boolean).map(Number) });
    else for (const child of node.children) visit(child, formatOf(node, format, context));
  };
  for (const node of nodes) visit(node, {});
  return runs;
}

/** Values that a template put in beside its own words or each other, kept apart from them where directions meet. */
function valuesApart(runs: readonly Run[], direction: Direction): readonly Run[] {
  if (runs.length < 2 || runs.every((run) => isRef(run) || runsRight(run.text, direction))) return runs;
  const ownerOf = (run: Run): Origin | null => (isRef(run) ? null : (run.origins?.[0] ?? null));
  const pieces: { texts: TextRun[]; owner: Origin | null }[] = [];
  for (const run of runs) {
    if (isRef(run)) continue;
    const last = pieces.at(-1);
    // Runs of several looks are one value.
    if (last?.owner === ownerOf(run)) last.texts.push(run);
    else pieces.push({ texts: [run], owner: ownerOf(run) });
  }
  if (pieces.length < 2) return runs;
  const marks = marksOfValues(
    pieces.map(({ texts, owner }) => ({ text: texts.map(({ text }) => text).join(''), isValue: owner !== null })),
    direction,
  );
  const [before, after] = [new Map<Run, string>(), new Map<Run, string>()];
  pieces.forEach(({ texts }, i) => {
    const [first, last] = [texts[0], texts.at(-1)];
    if (first && marks[i]?.before) before.set(first, marks[i].before);
    if (last && marks[i]?.after) after.set(last, marks[i].after);
  });
  if (before.size + after.size === 0) return runs;
  return runs.map((run) =>
    isRef(run) ? run : { ...run, text: withMarks(run.text, { before: before.get(run) ?? '', after: after.get(run) ?? '' }) },
  );
}

const FORMATS = ['bold', 'italic', 'strike', 'script', 'href'] as const;

const sameFormat = (a: TextRun, b: TextRun): boolean => FORMATS.every((key) => a[key] === b[key]);

function originsOfBoth(a: TextRun, b: TextRun): Pick<TextRun, 'origins'> {
  const origins = originsOf([a, b]);
  return origins.length > 0 ? { origins } : {};
}

/** Neighbours alike become one, of both origins; of spaces that meet, one stays; none at the ends or beside a line break. */
function tidy(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  let ends = '\n'; // what the text so far ends with; the beginning counts as a line's
  for (const run of runs) {
    const last = result.at(-1);
    if (isRef(run)) {
      if (last && isRef(last)) result[result.length - 1] = { refs: [...new Set([...last.refs, ...run.refs])] };
      else result.push(run);
      ends = ']';
      continue;
    }
    let text = run.text.replace(/ *\n */g, '\n');
    if (result.length === 0) text = text.replace(/^[ \n]+/, '');
    if (/[ \n]$/.test(ends)) text = text.replace(/^ +/, '');
    if (text === '') continue;
    if (text.startsWith('\n') && last && !isRef(last)) result[result.length - 1] = { ...last, text: last.text.replace(/ +$/, '') };
    ends = text;
    const before = result.at(-1);
    if (before && !isRef(before) && sameFormat(before, run))
      result[result.length - 1] = { ...before, text: before.text + text, ...originsOfBoth(before, run) };
    else result.push({ ...run, text });
  }
  return result.filter((run) => isRef(run) || run.text !== '');
}

function trimmedEnd(runs: readonly Run[]): Run[] {
  const last = runs.at(-1);
  if (last === undefined || isRef(last)) return [...runs];
  const text = last.text.replace(/[ \n]+$/, '');
  return text === '' ? trimmedEnd(runs.slice(0, -1)) : runs.with(-1, { ...last, text });
}

/** The words of an element as runs: white space as in HTML, `<br>` as a line break, references kept apart. */
export function inlineRuns(nodes: readonly (Element | string)[], context: InlineContext): Run[] {
  return trimmedEnd(tidy(valuesApart(collect(nodes, context), context.direction)));
}

/** The words alone, on one line. */
export function inlineText(nodes: readonly (Element | string)[]): string {
  return plainText(inlineRuns(nodes, { target: () => null, origins: [], direction: 'ltr' })).replaceAll('\n', ' ');
}

/** Where the words come from, each field once. */
export function inlineOrigins(nodes: readonly (Element | string)[], context: InlineContext): Origin[] {
  return originsOf(collect(nodes, context));
}

/** Where the words of an attribute come from. */
export function attributeOrigins({ attributeOrigins }: Element, name: string, { origins }: InlineContext): readonly Origin[] {
  return (attributeOrigins[name] ?? []).flatMap((number) => origins[number] ?? []);
}

/** Direct children that are elements. */
export function elementsOf(element: Element): Element[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** Every element below, itself included. */
export function descendants(element: Element): Element[] {
  return [element, ...elementsOf(element).flatMap(descendants)];
}
