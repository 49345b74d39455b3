import { escape, XML_HEADER } from '../../../base/ooxml/xml/escape.ts';
import { attribute } from '../../../base/ooxml/xml/scan.ts';
import { child, children, descendants, parseXml, serialise, textOf, type Element } from '../../../base/ooxml/xml/tree.ts';
import { isRaised, labelOf, labelsOf } from '../../../base/ooxml/labels.ts';
import { patched, type Edit } from './patch.ts';

const element = (name: string, list = '', inner: Element['children'] = []): Element => ({ name, attributes: list, children: inner });
const plain = (root: Element): string => serialise(root).slice(XML_HEADER.length);
const copy = (root: Element): Element => ({
  ...root,
  children: root.children.map((part) => (typeof part === 'string' ? part : copy(part))),
});

function without(list: string, name: string): string {
  return list.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');
}

/** What a run says of itself beyond its paragraph's look; each is the words', not the box's. */
const OF_WORDS = ['b', 'i', 'u', 'strike', 'baseline'] as const;

function isLabel(run: Element): boolean {
  return labelOf(textOf(child(run, 'a:t')), attribute(child(run, 'a:rPr')?.attributes ?? '', 'baseline')) !== null;
}

/** The properties of a paragraph's longest run that is no label: what its type looks like. */
function typeOf(paragraph: Element, label: boolean): Element | null {
  const runs = children(paragraph, 'a:r').filter((run) => isLabel(run) === label);
  const [longest] = runs.sort((a, b) => textOf(child(b, 'a:t')).length - textOf(child(a, 'a:t')).length);
  return longest ? child(longest, 'a:rPr') : null;
}

/** A run's properties in another paragraph's type: size, colour and fonts are its, emphasis and link are the run's own. */
function inType(own: Element | null, type: Element | null): Element | null {
  if (!type) return own;
  const made = copy(type);
  made.children = made.children.filter(
    (part) => typeof part === 'string' || !['a:hlinkClick', 'a:hlinkMouseOver', 'a:extLst'].includes(part.name),
  );
  for (const name of OF_WORDS) {
    const value = attribute(own?.attributes ?? '', name);
    if (value !== null) made.attributes = `${without(made.attributes, name)} ${name}="${value}"`;
    else if (name === 'baseline') made.attributes = without(made.attributes, name);
  }
  const lang = attribute(own?.attributes ?? '', 'lang');
  if (lang !== null) made.attributes = `${without(made.attributes, 'lang')} lang="${lang}"`;
  const link = own && child(own, 'a:hlinkClick');
  if (link) made.children.push(copy(link));
  return made;
}

/** Words of a paragraph that lead somewhere, and the link. */
interface Linked {
  readonly text: string;
  readonly link: Element;
}

function linkedWords(paragraph: Element): Linked[] {
  return children(paragraph, 'a:r').flatMap((run) => {
    const [link, text] = [child(child(run, 'a:rPr') ?? run, 'a:hlinkClick'), textOf(child(run, 'a:t')).trim()];
    return link && text !== '' && !isLabel(run) ? [{ text, link }] : [];
  });
}

const leads = (run: Element): boolean => child(child(run, 'a:rPr') ?? run, 'a:hlinkClick') !== null;

/** Whether a run of these words can lead where others did. */
const canLead = (run: Element, { text }: Linked): boolean =>
  run.name === 'a:r' && !leads(run) && !isLabel(run) && textOf(child(run, 'a:t')).includes(text);

/** Whether words that led somewhere in `look` are not in `words` any more, so that nothing can lead there. */
export function losesLinks(words: string, look: string): boolean {
  const runs = children(parseXml(words));
  return linkedWords(parseXml(look)).some(
    (linked) => !runs.some((run) => canLead(run, linked) || (leads(run) && textOf(run).includes(linked.text))),
  );
}

/** A run in up to three, of which the one of these words leads there. */
function linkedRun(run: Element, { text, link }: Linked): Element[] {
  const whole = textOf(child(run, 'a:t'));
  const at = whole.indexOf(text);
  const part = (words: string): Element => {
    const made = copy(run);
    made.children = made.children.map((one) =>
      typeof one !== 'string' && one.name === 'a:t' ? element('a:t', one.attributes, [escape(words)]) : one,
    );
    return made;
  };
  const own = part(text);
  const properties = child(own, 'a:rPr');
  if (properties) properties.children.push(copy(link));
  else own.children.unshift(element('a:rPr', '', [copy(link)]));
  const rest = [whole.slice(0, at), whole.slice(at + text.length)].map((words) => (words === '' ? [] : [part(words)]));
  return [...(rest[0] ?? []), own, ...(rest[1] ?? [])];
}

/**
 * The words of one paragraph in the look of another, both as their XML: level, bullet, size, colour and fonts are `look`'s. `links`: words
 * that led somewhere there do so here.
 */
export function wordsInLook(words: string, look: string, links = false): string {
  const [from, like] = [parseXml(words), parseXml(look)];
  const types = { text: typeOf(like, false) ?? typeOf(like, true), label: typeOf(like, true) };
  const made = element(like.name, like.attributes);
  const pPr = child(like, 'a:pPr');
  if (pPr) made.children.push(copy(pPr));
  for (const part of children(from)) {
    if (part.name === 'a:pPr' || part.name === 'a:endParaRPr') continue;
    const run = copy(part);
    const own = child(run, 'a:rPr');
    const label = part.name === 'a:r' && isLabel(part);
    const type = label ? (types.label ?? types.text) : types.text;
    const properties = inType(own, type);
    run.children = run.children.filter((inner) => inner !== own);
    if (properties) run.children.unshift(properties);
    made.children.push(run);
  }
  for (const linked of links ? linkedWords(like) : []) {
    const at = made.children.findIndex((run) => typeof run !== 'string' && canLead(run, linked));
    const run = made.children[at];
    if (run !== undefined && typeof run !== 'string') made.children.splice(at, 1, ...linkedRun(run, linked));
  }
  const end = child(like, 'a:endParaRPr');
  if (end) made.children.push(copy(end));
  return plain(made);
}

/** A paragraph of these words alone, in the look of another; line feeds are breaks. */
export function plainWords(text: string, look: string): string {
  const runs = text.split('\n').map((line, i) => `${i === 0 ? '' : '<a:br/>'}<a:r><a:t>${escape(line)}</a:t></a:r>`);
  return wordsInLook(`<a:p>${runs.join('')}</a:p>`, look);
}

/** Raised runs in a row, which may be one label: LibreOffice divides `[1]` in three where a line runs from right to left. */
interface Raised {
  readonly from: number;
  to: number;
  readonly runs: string[];
}

function raisedRuns(xml: string): Raised[] {
  const found: Raised[] = [];
  for (const match of xml.matchAll(/<a:r>[^]*?<\/a:r>/g)) {
    const [run] = match;
    if (!isRaised(/<a:rPr\b[^>]*?\sbaseline\s*=\s*["']([^"']*)["']/.exec(run)?.[1] ?? null)) continue;
    const last = found.at(-1);
    if (last?.to === match.index) {
      last.runs.push(run);
      last.to += run.length;
    } else found.push({ from: match.index, to: match.index + run.length, runs: [run] });
  }
  return found;
}

/** Source labels by other numbers. A number that leads nowhere any more (null) is taken out, and its label with the last. */
export function withLabels(xml: string, renumber: (number: number) => number | null): string {
  const edits = raisedRuns(xml).flatMap(({ from, to, runs }): Edit[] => {
    const whole = runs.map((run) => textOf(child(parseXml(run), 'a:t'))).join('');
    const { text, refs } = labelsOf(whole);
    const now = refs.flatMap((ref) => renumber(ref) ?? []);
    if (refs.length === 0 || (now.length === refs.length && now.every((number, i) => number === refs[i]))) return [];
    const gap = /^[\s\u200E\u200F]*/.exec(whole.slice(text.length))?.[0] ?? '';
    const label = now.length === 0 ? '' : `${gap}[${[...new Set(now)].sort((a, b) => a - b).join(',\u00A0')}]`;
    const words = text + label;
    const [first = ''] = runs;
    return [
      { from, to, xml: words === '' ? '' : first.replace(/(<a:t(?:\s[^>]*)?>)[^<]*/, (_, open: string) => `${open}${escape(words)}`) },
    ];
  });
  return patched(xml, edits);
}

/** Paragraphs of a cell or a page of notes. */
export function paragraphsIn(xml: string): string[] {
  return descendants(parseXml(xml), 'a:p').map(plain);
}
