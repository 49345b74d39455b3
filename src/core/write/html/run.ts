import { displayRuns, QUIET_SIZE, type DisplayRun } from '../../layout/index.ts';
import type { Run } from '../../base/text.ts';
import type { Line } from '../../layout/types.ts';
import { linkColor, quietColor } from '../../template/theme/index.ts';
import type { ColorUse } from '../../template/theme/types.ts';
import type { Context } from './context.ts';
import { EMPTY, escape, h, join, type Html } from './html.ts';

/** Addresses that may be followed. A link to anything else is written as its words. */
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)/i;

/** Where a paragraph leads that is one entry of several lines; null: it is none, or no one link. */
export function entryTarget(runs: readonly Run[], context: Context): string | null {
  const [first = null, ...others] = new Set(displayRuns(runs).map(({ href, refs }) => (refs === null ? href : null)));
  const target = first === null || others.length > 0 ? null : linkTarget(first, context);
  return target?.startsWith('#') === true ? target : null;
}

function linkTarget(href: string, context: Context): string | null {
  if (href.startsWith('#')) {
    const number = context.slideNumbers.get(href.slice(1));
    return number === undefined ? null : `#${number}`;
  }
  return SAFE_ADDRESS.test(href) ? href : null;
}

type Words = Pick<Line, 'start' | 'end' | 'hyphen'>;

/** What is shown where a word is divided, and is no part of its text: drawn by the style sheet, so that nobody copies, finds or reads it. */
const HYPHEN = h('span', { class: 'y' });

/** A run that is said of its words: smaller, in the muted colour where its text has the common one. */
function quietHtml(html: Html, color: ColorUse | null, { sheet, scene }: Context): Html {
  const muted = quietColor(scene.theme, color) !== null;
  const look = `font-family:var(--body);font-size:${QUIET_SIZE}em;font-weight:400${muted ? ';color:var(--t2)' : ''}`;
  return h('span', { class: sheet.rule(muted ? 'qu' : 'q0', look) }, html);
}

/** What runs have from the text they stand in. */
export interface TextLook {
  readonly color: ColorUse | null;
  /** It leads to one slide as a whole. */
  readonly isEntry: boolean;
  /** They stand in a link already. */
  readonly isLinked?: boolean;
}

const NO_LOOK: TextLook = { color: null, isEntry: false };

function runHtml(
  run: DisplayRun,
  text: string,
  context: Context,
  { hyphen, color, isEntry, isLinked }: TextLook & { readonly hyphen: Html },
): Html {
  let html = join([...text.split('\n').flatMap((line, i) => (i === 0 ? [escape(line)] : [h('br', {}), escape(line)])), hyphen]);
  if (run.script !== null) html = h(run.script === 'sub' ? 'sub' : 'sup', {}, html);
  if (run.strike) html = h('s', {}, html);
  if (run.italic) html = h('em', {}, html);
  if (run.bold) html = h('strong', {}, html);
  const target = run.href === null || isLinked === true ? null : linkTarget(run.href, context);
  if (target === null) return html;
  const outside = !target.startsWith('#');
  const isPlain = color !== null && context.scene.theme.base === null && linkColor(color) === color;
  return h(
    'a',
    {
      href: target,
      class: isEntry ? 'entry' : isPlain ? 'own' : null,
      target: outside ? '_blank' : null,
      rel: outside ? 'noreferrer' : null,
    },
    html,
  );
}

/** `[1, 2]`, each number a link to its source's entry. */
function label(refs: readonly number[], text: string, context: Context): Html {
  const parts = text.split(/(\d+)/).map((part) => {
    const number = Number(part);
    const isLink = /^\d+$/.test(part) && refs.includes(number) && context.sources.has(number);
    return isLink ? h('a', { href: `#source-${number}` }, escape(part)) : escape(part);
  });
  return h('sup', {}, ...parts);
}

/** The runs' words between two offsets, as `Line` counts them, as inline markup; with a hyphen where the line ends inside a word. */
export function runsBetween(runs: readonly Run[], { start, end, hyphen }: Words, context: Context, look = NO_LOOK): Html {
  let at = 0;
  const parts: Html[] = [];
  for (const run of displayRuns(runs)) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, run.text.length);
    at += run.text.length;
    if (to <= from) continue;
    const text = run.text.slice(from, to);
    const sign = hyphen && at >= end ? HYPHEN : EMPTY;
    const html = run.refs === null ? runHtml(run, text, context, { hyphen: sign, ...look }) : label(run.refs, text, context);
    parts.push(run.quiet ? quietHtml(html, look.color, context) : html);
  }
  return parts.length === 0 ? EMPTY : join(parts);
}

/** All of the runs, as inline markup that flows. */
export function inline(runs: readonly Run[], context: Context): Html {
  return runsBetween(runs, { start: 0, end: Number.POSITIVE_INFINITY }, context);
}
