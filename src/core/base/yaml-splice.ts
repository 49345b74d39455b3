import { isAlias, isScalar } from 'yaml';
import { parseYaml } from './yaml-document.ts';

/** A word, or several, that YAML takes for text and nothing else. */
const PLAIN = /^[A-Za-z][\w-]*(?: [\w-]+)*$/;
/** Words that YAML, or an older one, takes for something else than text. */
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** The value as text of the kind that stood there: between the same quotation marks, or bare where it may be. */
function written(value: string, type: string | undefined): string {
  if (type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  if (type === 'PLAIN' && PLAIN.test(value) && !WORDS.test(value)) return value;
  return `'${value.replaceAll("'", "''")}'`;
}

/** Where a value of one line stands in the text, from its first sign to behind its last. */
function spot(
  text: string,
  path: readonly string[],
): { readonly from: number; readonly to: number; readonly type: string | undefined } | null {
  const node: unknown = parseYaml(text, { prettyErrors: false, logLevel: 'silent' }).getIn(path, true);
  if (!(isScalar(node) || isAlias(node)) || !node.range) return null;
  const [from, to] = node.range;
  if (text.slice(from, to).includes('\n')) return null;
  return { from, to, type: isAlias(node) ? undefined : (node.type ?? undefined) };
}

/**
 * A YAML text in which the value at `path` says `value` and every other byte is as it was: comments, order, spaces, ends of lines. What is
 * written back gives the first text again, byte by byte, but for a value that was an alias, had escapes, or
 * stood bare and had to be put between quotation marks meanwhile. Null where no value of
 * one line stands there. Throws `TooDeep`.
 */
export function spliceYaml(text: string, path: readonly string[], value: string): string | null {
  const found = spot(text, path);
  return found && text.slice(0, found.from) + written(value, found.type) + text.slice(found.to);
}
