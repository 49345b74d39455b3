import { useController } from '../components/use-app.ts';
import { setOption } from '../state/briefing.ts';
import { strings } from '../strings.ts';
import type { Briefing, OptionValue, Template } from '../types.ts';

type Option = Template['options'][string];

interface OptionFieldProps {
  readonly option: Option;
  readonly value: OptionValue;
  readonly onChange: (value: OptionValue) => void;
  readonly onBlur: () => void;
}

function OptionField({ option, value, onChange, onBlur }: OptionFieldProps) {
  switch (option.type) {
    case 'boolean':
      return (
        <label className="choice">
          <input type="checkbox" checked={value === true} onChange={({ target }) => onChange(target.checked)} />
          {option.label}
        </label>
      );
    case 'text':
      return (
        <label className="field">
          <span>{option.label}</span>
          <input value={String(value)} onChange={({ target }) => onChange(target.value)} onBlur={onBlur} />
        </label>
      );
    case 'number':
      return (
        <label className="field">
          <span>{option.label}</span>
          <input
            type="number"
            value={Number(value)}
            min={option.minimum}
            max={option.maximum}
            onChange={({ target }) => {
              if (target.value !== '' && Number.isFinite(target.valueAsNumber)) onChange(target.valueAsNumber);
            }}
            onBlur={onBlur}
          />
        </label>
      );
    case 'choice':
      return (
        <label className="field">
          <span>{option.label}</span>
          <select value={String(value)} onChange={({ target }) => onChange(target.value)}>
            {option.choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </label>
      );
  }
}

/** Options that every template has. */
const COMMON = [
  { name: 'format', label: strings.templates.format, values: ['16:9', '4:3', 'A4'], words: strings.templates.formats },
  { name: 'variant', label: strings.templates.variant, values: ['light', 'dark'], words: strings.templates.variants },
] as const;

/** An option that a company's own file leaves open too. */
const PICTURES = {
  name: 'pictures',
  label: strings.templates.pictures,
  values: ['screen', 'print', 'original'],
  words: strings.templates.picturesFor,
} as const;

/** The template's own options, and page, look and pictures, as a form. */
export function TemplateOptions({ template, briefing }: { readonly template: Template; readonly briefing: Briefing }) {
  const { documents } = useController();
  const set = (name: string, value: OptionValue, standard: OptionValue): void =>
    documents.edit((b) => setOption(b, name, value === standard ? null : value), `option ${name}`);
  const choice = ({ name, label, values, words }: (typeof COMMON)[number] | typeof PICTURES) => (
    <label key={name} className="field">
      <span>{label}</span>
      <select value={String(briefing.options[name] ?? values[0])} onChange={({ target }) => set(name, target.value, values[0])}>
        {values.map((value) => (
          <option key={value} value={value}>
            {(words as Readonly<Record<string, string>>)[value]}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className="form options">
      {template.company ? <p className="muted">{strings.company.ownLook}</p> : <div className="pair">{COMMON.map(choice)}</div>}
      {choice(PICTURES)}
      {Object.entries(template.options).map(([name, option]) => (
        <OptionField
          key={name}
          option={option}
          value={briefing.options[name] ?? option.default}
          onChange={(value) => set(name, value, option.default)}
          onBlur={() => documents.endGroup()}
        />
      ))}
    </div>
  );
}
