import { scan, unescape } from '../../../base/ooxml/xml/scan.ts';
import { withoutSoftHyphens } from './words.ts';

/** Left out whole: what programs add of their own accord when they save, and says nothing that is seen. */
const SKIPPED = new Set(['p:extLst', 'a:extLst', 'a:endParaRPr', 'p:clrMapOvr', 'a:avLst', 'p:hf']);

/** Attributes that a program writes, not a person: languages, spelling, ids, what autofit came to when it was last drawn. */
const NOISE = new Set([
  'lang', 'altLang', 'dirty', 'err', 'noProof', 'smtClean', 'bmk', 'kumimoji', 'fontScale', 'lnSpcReduction', 'hasCustomPrompt', 'userDrawn', 'preserve',
]); // prettier-ignore

const NOISE_ON: Readonly<Record<string, readonly string[]>> = { 'p:cNvPr': ['id', 'name', 'title'], 'a:fld': ['id'], 'p:ph': ['sz'] };

/** Elements that say nothing where they are empty. */
const SILENT = new Set(['a:rPr', 'a:pPr', 'a:lstStyle', 'p:cNvPr', 'a:defRPr', 'a:tcPr']);

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

type Token = { readonly kind: 'tag'; readonly text: string } | { readonly kind: 'run'; readonly properties: string; text: string };

/** Tags already put into order, by their text: most tags of a deck repeat, word for word. */
export type KnownTags = Map<string, string>;

/** A tag's attributes in order, without noise, relationships replaced by what they lead to. */
export function canonicalAttributes(name: string, raw: string, resolve: (id: string) => string, tags: KnownTags): string {
  if (raw === '') return '';
  if (raw.includes('r:')) return sortedAttributes(name, raw, resolve);
  const key = name + raw;
  const known = tags.get(key);
  if (known !== undefined) return known;
  const made = sortedAttributes(name, raw, resolve);
  tags.set(key, made);
  return made;
}

function sortedAttributes(name: string, raw: string, resolve: (id: string) => string): string {
  const noise = NOISE_ON[name] ?? [];
  const list: string[] = [];
  for (const [, key = '', a, b] of raw.matchAll(ATTRIBUTE)) {
    if (NOISE.has(key) || noise.includes(key) || key.startsWith('xmlns')) continue;
    const value = unescape(a ?? b ?? '');
    list.push(`${key}=${JSON.stringify(key.startsWith('r:') ? resolve(value) : value)}`);
  }
  return list.length === 0 ? '' : ` ${list.sort().join(' ')}`;
}

/**
 * What a person can see or do in a part, as text that is the same before and after a program saved it unedited:
 * attributes sorted, noise left out, neighbouring runs of one format joined, relationships replaced by what they lead to.
 */
export function canonical(xml: string, resolve: (id: string) => string, tags: KnownTags = new Map()): string {
  const tokens: Token[] = [];
  let skipping = 0;
  let run: { properties: string; text: string } | null = null;
  let textFrom = -1;
  const push = (text: string): void => {
    if (run) run.properties += text;
    else tokens.push({ kind: 'tag', text });
  };
  const popSilent = (name: string): boolean => {
    const open = `<${name}>`;
    if (run) {
      if (!run.properties.endsWith(open)) return false;
      run.properties = run.properties.slice(0, -open.length);
      return true;
    }
    const last = tokens.at(-1);
    if (last?.kind !== 'tag' || last.text !== open) return false;
    tokens.pop();
    return true;
  };
  scan(xml, {
    open: (name, raw, _at, end) => {
      if (skipping > 0 || SKIPPED.has(name)) skipping += 1;
      else if (name === 'a:r') run = { properties: '', text: '' };
      else if (name === 'a:t') textFrom = end;
      else push(`<${name}${canonicalAttributes(name, raw, resolve, tags)}>`);
    },
    close: (name, end) => {
      if (skipping > 0) skipping -= 1;
      else if (name === 'a:t') {
        const text = withoutSoftHyphens(unescape(xml.slice(textFrom, Math.max(textFrom, xml.lastIndexOf('<', end - 1)))));
        if (run) run.text += text;
        else push(text);
      } else if (name === 'a:r') {
        const last = tokens.at(-1);
        if (run && last?.kind === 'run' && last.properties === run.properties) last.text += run.text;
        else if (run) tokens.push({ kind: 'run', properties: run.properties, text: run.text });
        run = null;
      } else if (!(SILENT.has(name) && popSilent(name))) push(`</${name}>`);
    },
  });
  return tokens.map((token) => (token.kind === 'tag' ? token.text : `[${token.properties}]${token.text}`)).join('');
}
