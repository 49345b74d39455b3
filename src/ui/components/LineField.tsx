import { useEffect, useId } from 'react';
import type { Line } from '../state/wording.ts';
import { strings } from '../strings.ts';
import { Button, IconButton } from './basics.tsx';
import { CloseIcon, PlusIcon } from './icons.tsx';
import { useGrowing } from './use-growing.ts';

export interface LineFieldProps {
  readonly label: string;
  readonly line: Pick<Line, 'text' | 'level' | 'original' | 'worded' | 'outdated' | 'own'>;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly onReset?: () => void;
  readonly placeholder?: string;
  /** Of a point: how it is called, so that it can be gone to. */
  readonly at?: string;
  /** It is there to be typed into at once. */
  readonly isNew?: boolean;
  readonly onAdd?: (() => void) | undefined;
  readonly onRemove?: () => void;
  /** A key without others. Answers whether it was for this. */
  readonly onKey?: (key: string, text: string) => boolean;
}

/** One line of wording: as high as its words, with what is to be known about it and what can be done. */
export function LineField({
  label,
  line,
  onChange,
  onBlur,
  onReset,
  placeholder = '',
  at,
  isNew = false,
  onAdd,
  onRemove,
  onKey,
}: LineFieldProps) {
  const id = useId();
  const box = useGrowing(line.text);
  useEffect(() => {
    if (isNew) box.current?.focus();
  }, [isNew, box]);
  return (
    <div className={`line-field level-${line.level}`}>
      <div className="line-head">
        <label htmlFor={id}>{label}</label>
        {line.worded ? <span className="badge">{strings.panel.worded}</span> : null}
        {line.own ? <span className="badge own">{strings.panel.own}</span> : null}
        {line.outdated ? <span className="badge warn">{strings.panel.outdated}</span> : null}
        <span className="spacer" />
        {line.worded && onReset ? (
          <Button look="quiet" className="small" onPress={onReset}>
            {strings.panel.reset}
          </Button>
        ) : null}
        {onAdd ? (
          <IconButton label={strings.panel.addBelow(label)} keyHint="Enter" onPress={onAdd}>
            <PlusIcon />
          </IconButton>
        ) : null}
        {onRemove ? (
          <IconButton label={strings.panel.remove(label)} onPress={onRemove}>
            <CloseIcon />
          </IconButton>
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
        {...(at === undefined ? {} : { 'data-line': at })}
        onChange={({ target }) => onChange(target.value)}
        onBlur={onBlur}
        onKeyDown={(event) => {
          const { key, shiftKey, ctrlKey, altKey, metaKey, nativeEvent } = event;
          if (shiftKey || ctrlKey || altKey || metaKey || nativeEvent.isComposing) return;
          if (onKey?.(key, event.currentTarget.value) === true) event.preventDefault();
        }}
      />
      {line.outdated && line.original !== null ? (
        <p className="help" dir="auto">
          {line.original}
        </p>
      ) : null}
    </div>
  );
}
