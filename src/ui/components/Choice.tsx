interface ChoiceProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Of the group that it is one of; left out: any number of a group may be checked. */
  readonly name?: string;
}

/** A box to check, or one of several. */
export function Choice({ label, hint, checked, disabled = false, onChange, name }: ChoiceProps) {
  return (
    <label className="choice">
      <input
        type={name === undefined ? 'checkbox' : 'radio'}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>
        {label}
        {hint === undefined ? null : <span className="help">{hint}</span>}
      </span>
    </label>
  );
}
