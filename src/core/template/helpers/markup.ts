import Handlebars from 'handlebars';
import { isRef, type Run, type TextRun } from '../../base/text.ts';

/** Only what is made here passes unescaped, and everything in it has been escaped. */
type Safe = InstanceType<typeof Handlebars.SafeString>;

const escape = (text: string): string => Handlebars.escapeExpression(text);

function textMarkup({ text, bold, italic, strike, script, href }: TextRun): string {
  let markup = escape(text).replaceAll('\n', '<br>');
  if (script) markup = script === 'sub' ? `<sub>${markup}</sub>` : `<sup>${markup}</sup>`;
  if (strike) markup = `<s>${markup}</s>`;
  if (italic) markup = `<em>${markup}</em>`;
  if (bold) markup = `<strong>${markup}</strong>`;
  return href === undefined ? markup : `<a href="${escape(href)}">${markup}</a>`;
}

function refMarkup(refs: readonly number[]): string {
  return refs.length === 0 ? '' : `<a class="ref" data-ref="${refs.join(' ')}">[${refs.join(', ')}]</a>`;
}

/** Runs as inline markup. */
export function runsMarkup(runs: readonly Run[]): Safe {
  return new Handlebars.SafeString(runs.map((run) => (isRef(run) ? refMarkup(run.refs) : textMarkup(run))).join(''));
}

/** A space at the end of words, which may be followed by the end of the mark of their origin (`base/origin.ts`). */
const END_SPACE = /[ \t]+(\uFDD3?)$/u;

/** A line without its references, and without the space that stood before one at its end: what a template puts there stands at the words. */
export function withoutRefs(runs: readonly Run[]): readonly Run[] {
  const words = runs.filter((run): run is TextRun => !isRef(run));
  const last = words.at(-1);
  const endsInRef = runs.length > 0 && isRef(runs[runs.length - 1] as Run);
  return last && endsInRef ? [...words.slice(0, -1), { ...last, text: last.text.replace(END_SPACE, '$1') }] : words;
}

/** Source numbers as one reference. */
export function referenceMarkup(refs: readonly unknown[]): Safe {
  return new Handlebars.SafeString(refMarkup(refs.map(Number).filter((ref) => Number.isInteger(ref) && ref > 0)));
}
