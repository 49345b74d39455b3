import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { NO_QUERY, type Query } from '../state/search.ts';
import { strings } from '../strings.ts';
import { Button } from './basics.tsx';
import { FilterIcon } from './icons.tsx';

interface FiltersProps {
  readonly query: Query;
  readonly tags: readonly string[];
  readonly actors: readonly string[];
  readonly onChange: (query: Query) => void;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly values: readonly string[];
  readonly onChange: (value: string | null) => void;
}

function Choice({ label, value, values, onChange }: ChoiceProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value ?? ''} onChange={({ target }) => onChange(target.value === '' ? null : target.value)}>
        <option value="">{strings.library.any}</option>
        {values.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function DateField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        defaultValue={value ?? ''}
        placeholder={strings.library.dateHint}
        inputMode="numeric"
        onChange={({ target }) => {
          const text = target.value.trim();
          if (text === '') onChange(null);
          else if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) onChange(text);
        }}
      />
    </label>
  );
}

/** Tag, actor and dates, behind one button that says how many are in force. */
export function Filters({ query, tags, actors, onChange }: FiltersProps) {
  const count = [query.tag, query.actor, query.from, query.to].filter((value) => value !== null).length;
  return (
    <DialogTrigger>
      <AriaButton
        className={`button quiet icon-only filter${count > 0 ? ' on' : ''}`}
        aria-label={count > 0 ? strings.library.filters(count) : strings.library.filter}
      >
        <FilterIcon />
        {count > 0 ? <span className="count">{count}</span> : null}
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Dialog className="filters" aria-label={strings.library.filter}>
          <Choice label={strings.library.tag} value={query.tag} values={tags} onChange={(tag) => onChange({ ...query, tag })} />
          <Choice label={strings.library.actor} value={query.actor} values={actors} onChange={(actor) => onChange({ ...query, actor })} />
          <div className="pair">
            <DateField label={strings.library.from} value={query.from} onChange={(from) => onChange({ ...query, from })} />
            <DateField label={strings.library.to} value={query.to} onChange={(to) => onChange({ ...query, to })} />
          </div>
          <Button isDisabled={count === 0} onPress={() => onChange({ ...NO_QUERY, text: query.text })}>
            {strings.library.clearFilters}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
