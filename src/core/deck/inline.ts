import { isRef, plainText, type Run, type TextRun } from '../base/text.ts';
import { cleanText } from './characters.ts';
import type { Element } from './element.ts';

/** Where `#…` addresses lead: a slide's `#id`, or null where there is no such slide. */
export type LinkTarget = (href: string) => string | null;

type Format = Omit<TextRun, 'text'>;

function formatOf(element: Element, format: Format, target: LinkTarget): Format {
  switch (element.key) {
    case 'strong':
    case 'b':
      return { ...format, bold: true };
    case 'em':
    case 'i':
      return { ...format, italic: true };
    case 'link': {
      const href = element.attributes['href'];
      const found = href?.startsWith('#') ? target(href) : href;
      return found ? { ...format, href: found } : format;
    }
    default:
      return format;
  }
}

function collect(nodes: readonly (Element | string)[], format: Format, target: LinkTarget): Run[] {
  return nodes.flatMap((node): Run[] => {
    // A line break in the template's text is a space, as in HTML; one the author wrote is a <br>.
    if (typeof node === 'string') return [{ ...format, text: cleanText(node).replace(/[ \t\n]+/g, ' ') }];
    if (node.key === 'break') return [{ ...format, text: '\n' }];
    if (node.key === 'reference') return [{ refs: (node.attributes['data-ref'] ?? '').split(' ').filter(Boolean).map(Number) }];
    return collect(node.children, formatOf(node, format, target), target);
  });
}

const sameFormat = (a: TextRun, b: TextRun): boolean => a.bold === b.bold && a.italic === b.italic && a.href === b.href;

/** Neighbours alike become one; of spaces that meet, one stays; none at the ends or beside a line break. */
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
    if (before && !isRef(before) && sameFormat(before, run)) result[result.length - 1] = { ...before, text: before.text + text };
    else result.push({ ...run, text });
  }
  return result.filter((run) => isRef(run) || run.text !== '');
}

function trimmedEnd(runs: readonly Run[]): Run[] {
  const last = runs.at(-1);
  if (last === undefined || isRef(last)) return [...runs];
  const text = last.text.replace(/[ \n]+$/, '');
  return text === '' ? trimmedEnd(runs.slice(0, -1)) : [...runs.slice(0, -1), { ...last, text }];
}

/** The words of an element as runs: white space as in HTML, `<br>` as a line break, references kept apart. */
export function inlineRuns(nodes: readonly (Element | string)[], target: LinkTarget): Run[] {
  return trimmedEnd(tidy(collect(nodes, {}, target)));
}

/** The words alone, on one line. */
export function inlineText(nodes: readonly (Element | string)[]): string {
  return plainText(inlineRuns(nodes, () => null)).replaceAll('\n', ' ');
}

/** Direct children that are elements. */
export function elementsOf(element: Element): Element[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** Every element below, itself included. */
export function descendants(element: Element): Element[] {
  return [element, ...elementsOf(element).flatMap(descendants)];
}
