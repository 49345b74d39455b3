import { useId } from 'react';
import type { Line } from '../state/wording.ts';
import { strings } from '../strings.ts';
import { Button } from './basics.tsx';
import { useGrowing } from './use-growing.ts';

interface LineFieldProps {
  readonly label: string;
  readonly line: Line;
  readonly onChange: (text: string) => void;
  readonly onReset: () => void;
  readonly onBlur: () => void;
  readonly placeholder?: string;
}

/** One line of wording: as high as its words, with what is to be known about it. */
export function LineField({ label, line, onChange, onReset, onBlur, placeholder = '' }: LineFieldProps) {
  const id = useId();
  const box = useGrowing(line.text);
  return (
    <div className={`line-field level-${line.level}`}>
      <div className="line-head">
        <label htmlFor={id}>{label}</label>
        {line.worded ? <span className="badge">{strings.panel.worded}</span> : null}
        {line.own ? <span className="badge own">{strings.panel.own}</span> : null}
        {line.outdated ? <span className="badge warn">{strings.panel.outdated}</span> : null}
        <span className="spacer" />
        {line.worded ? (
          <Button look="quiet" className="small" onPress={onReset}>
            {strings.panel.reset}
          </Button>
        ) : null}
      </div>
      <textarea
        id={id}
        ref={box}
        dir="auto"
        rows={1}
        value={line.text}
        placeholder={placeholder}
        spellCheck
        onChange={({ target }) => onChange(target.value)}
        onBlur={onBlur}
      />
      {line.outdated && line.original !== null ? (
        <p className="help" dir="auto">
          {line.original}
        </p>
      ) : null}
    </div>
  );
}
