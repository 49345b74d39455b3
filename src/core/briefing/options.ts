import { problem, type Place, type Problem } from '../base/errors.ts';
import { nearest } from '../base/nearest.ts';
import type { OptionValue } from './types.ts';

/** What a template says of an option, as far as a briefing's value is checked against it. */
export interface OptionRule {
  readonly type: 'boolean' | 'text' | 'number' | 'choice';
  readonly default: OptionValue;
  readonly choices?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

export type OptionRules = Readonly<Record<string, OptionRule>>;

/** Options that every template has. */
const COMMON: OptionRules = {
  format: { type: 'choice', default: '16:9', choices: ['16:9', '4:3', 'A4'] },
  variant: { type: 'choice', default: 'light', choices: ['light', 'dark'] },
  pictures: { type: 'choice', default: 'screen', choices: ['screen', 'print', 'original'] },
};

const FORMS: Readonly<Record<OptionRule['type'], (rule: OptionRule) => string>> = {
  boolean: () => 'true or false',
  text: () => 'a text',
  number: ({ minimum, maximum }) =>
    `a number${minimum === undefined ? '' : ` from ${minimum}`}${maximum === undefined ? '' : ` up to ${maximum}`}`,
  choice: ({ choices }) => (choices ?? []).join(', '),
};

function fits(value: OptionValue, rule: OptionRule): boolean {
  switch (rule.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && value >= (rule.minimum ?? -Infinity) && value <= (rule.maximum ?? Infinity);
    case 'choice':
      return (rule.choices ?? []).includes(String(value));
  }
}

/** Every option of the template with its value: the briefing's, else the default. A value that does not fit is `pack/option`. */
export function resolveOptions(
  given: Readonly<Record<string, OptionValue>>,
  rules: OptionRules,
  place: (name: string) => Place,
): { options: Record<string, OptionValue>; problems: Problem[] } {
  const all: OptionRules = { ...COMMON, ...rules };
  const options = Object.fromEntries(Object.entries(all).map(([name, rule]) => [name, rule.default]));
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(given)) {
    const rule = Object.hasOwn(all, name) ? all[name] : undefined;
    if (!rule) {
      const near = nearest(name, Object.keys(all));
      const hint = near === null ? 'Remove it, or choose another template.' : `Did you mean “${near}”?`;
      problems.push(
        problem('pack/option', {
          message: 'the template has no such option',
          place: place(name),
          received: name,
          allowed: Object.keys(all).join(', '),
          hint,
        }),
      );
    } else if (fits(value, rule)) options[name] = value;
    else {
      const details = {
        place: place(name),
        received: String(value),
        allowed: FORMS[rule.type](rule),
        hint: 'Write one of the values allowed.',
      };
      problems.push(problem('pack/option', { message: `this value does not fit the option ${name}`, ...details }));
    }
  }
  return { options, problems };
}
