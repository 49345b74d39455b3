import { QuoteType } from 'htmlparser2';
import type { Code, Place } from '../base/errors.ts';
import { nearest } from '../base/nearest.ts';
import { cleanText } from './characters.ts';
import type { Fault } from './element.ts';
import { shown, type Rule, type RuleKey } from './rule.ts';
import { allowedIn, AT, KNOWN_ELEMENTS, RULES } from './rules.ts';

/** A start tag as read. */
export interface Tag {
  readonly name: string;
  readonly attributes: { name: string; value: string; origins: readonly number[]; quote: QuoteType }[];
}

export function originsByAttribute({ attributes }: Tag): Record<string, readonly number[]> {
  return Object.fromEntries(attributes.filter(({ origins }) => origins.length > 0).map(({ name, origins }) => [name, origins]));
}

/** Where a tag stands in the template: its stamp, else where its parent stands. */
export function placeOf(tag: Tag, parent: Place): Place {
  const stamp = tag.attributes.find((attribute) => attribute.name === AT)?.value;
  const parts = stamp === undefined ? null : /^(.+):(\d+)$/.exec(stamp);
  return parts ? { file: parts[1] ?? '', line: Number(parts[2]) } : parent;
}

/** The rule of a tag below `parent`, or why there is none. */
export function ruleOf(tag: Tag, parent: Rule, where: Pick<Fault, 'at' | 'slide'>): { key: RuleKey } | { fault: Fault } {
  const candidates = parent.children.filter((key) => RULES[key].name === tag.name);
  if (candidates.length === 0) {
    if (!KNOWN_ELEMENTS.includes(tag.name)) {
      const near = nearest(tag.name, KNOWN_ELEMENTS);
      const hint = near === null ? 'Use an element from the table in the template guide.' : `Did you mean <${near}>?`;
      return {
        fault: {
          ...where,
          code: 'deck/element',
          message: 'slide markup has no such element',
          received: `<${tag.name}>`,
          allowed: allowedIn(parent),
          hint,
        },
      };
    }
    const message = parent.name === '' ? `<${tag.name}> stands outside of all slides` : `<${tag.name}> may not stand in ${shown(parent)}`;
    const hint = parent.name === '' ? 'Put it into a <section layout="…">.' : 'Move it, or close the element before it.';
    return { fault: { ...where, code: 'deck/nesting', message, received: `<${tag.name}>`, allowed: allowedIn(parent), hint } };
  }
  const given = tag.attributes.find((attribute) => attribute.name === 'class')?.value;
  const key = candidates.find((candidate) => RULES[candidate].class === given);
  if (key !== undefined) return { key };
  const allowed = candidates.map((candidate) => shown(RULES[candidate])).join(', ');
  const received = given === undefined ? `<${tag.name}>` : `<${tag.name} class="${given}">`;
  const message = given === undefined ? 'this element needs a class here' : 'this class is not known here';
  return { fault: { ...where, code: 'deck/attribute', message, received, allowed, hint: 'Write it as one of those allowed.' } };
}

/** The attributes that the rule admits, and faults for the others. */
export function checkAttributes(
  tag: Tag,
  rule: Rule,
  where: Pick<Fault, 'at' | 'slide'>,
): { values: Record<string, string>; faults: Fault[] } {
  const values: Record<string, string> = {};
  const faults: Fault[] = [];
  const fault = (code: Code, details: Pick<Fault, 'message' | 'received' | 'allowed' | 'hint'>): void => {
    faults.push({ ...where, code, ...details });
  };
  const names = Object.keys(rule.attributes);
  for (const { name, value, quote } of tag.attributes) {
    if (name === AT || (name === 'class' && rule.class !== undefined)) continue;
    const check = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined;
    const received = `${name}="${value.slice(0, 80)}"`;
    if (check === undefined) {
      const near = nearest(name, names);
      const hint = near === null ? 'Remove it; looks are the theme’s.' : `Did you mean ${near}?`;
      fault('deck/attribute', {
        message: `${shown(rule)} has no attribute ${name}`,
        received,
        allowed: names.join(', ') || 'no attributes',
        hint,
      });
    } else if (quote === QuoteType.Unquoted || quote === QuoteType.NoValue) {
      // An unquoted value ends at the first space: whatever fills it could add attributes of its own.
      fault('deck/attribute', {
        message: `the value of ${name} has no quotation marks`,
        received,
        allowed: `${name}="…"`,
        hint: 'Put the value in quotation marks.',
      });
    } else if (Object.hasOwn(values, name)) {
      fault('deck/attribute', {
        message: `${name} is given twice`,
        received,
        allowed: 'each attribute once',
        hint: 'Remove one of the two.',
      });
    } else if (!check.test(value)) {
      const code = name === 'href' || name === 'src' ? 'deck/url' : 'deck/attribute';
      fault(code, {
        message: `this value of ${name} is not allowed`,
        received,
        allowed: check.allowed,
        hint: `Write ${name} as one of those allowed.`,
      });
    } else {
      values[name] = cleanText(value);
    }
  }
  for (const name of rule.required ?? []) {
    if (tag.attributes.some((attribute) => attribute.name === name)) continue;
    fault('deck/attribute', {
      message: `${shown(rule)} lacks its attribute ${name}`,
      received: `<${rule.name}>`,
      allowed: rule.attributes[name]?.allowed ?? 'text',
      hint: `Add ${name}="…".`,
    });
  }
  return { values, faults };
}
