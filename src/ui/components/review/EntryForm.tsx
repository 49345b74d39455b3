import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { Entry } from '../../state/review-entries.ts';
import { formOf, type FormLine, type FormPart, type FormValues } from '../../state/review-forms.ts';
import { strings } from '../../strings.ts';
import { useController } from '../use-app.ts';
import { useGrowing } from '../use-growing.ts';
import { useReview } from './use-review.ts';

/** Puts the keyboard back into the list that it came from. */
export function focusList(side: 'source' | 'structure'): void {
  document.querySelector<HTMLElement>(`[data-review-list="${side}"]`)?.focus();
}

function labelOf(entry: Entry, { part }: FormLine): string {
  return entry.kind === 'field' ? strings.review.fieldNames[entry.id] : strings.review.parts[part];
}

function hintOf(entry: Entry, { part }: FormLine): string {
  if (entry.kind === 'field') return strings.review.fieldHints[entry.id] ?? '';
  if (part === 'date') {
    const words = entry.kind === 'item' && entry.node.kind === 'event' ? entry.node.dateWords : '';
    return [words === '' ? '' : strings.review.from(words), strings.review.dateHint].filter(Boolean).join(' · ');
  }
  return '';
}

interface LineProps {
  readonly entry: Entry;
  readonly line: FormLine;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly onBlur: () => void;
}

function Line({ entry, line, value, onChange, onEnter, onLeave, onBlur }: LineProps) {
  const id = useId();
  const area = useGrowing(value);
  const hint = hintOf(entry, line);
  const common = {
    id,
    value,
    dir: 'auto',
    'data-part': line.part,
    ...(hint === '' ? {} : { 'aria-describedby': `${id}-hint` }),
    onBlur,
    onKeyDown: (event: React.KeyboardEvent): void => {
      if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
        event.preventDefault();
        onEnter();
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        onLeave();
      }
    },
  };
  return (
    <div className={`form-line ${line.part}`}>
      <label htmlFor={id}>{labelOf(entry, line)}</label>
      {line.shape === 'text' ? (
        <textarea {...common} ref={area} rows={1} spellCheck onChange={({ target }) => onChange(target.value)} />
      ) : line.shape === 'line' ? (
        <input {...common} type="text" onChange={({ target }) => onChange(target.value)} />
      ) : (
        <select {...common} onChange={({ target }) => onChange(target.value)}>
          {line.options.map((option) => (
            <option key={option} value={option}>
              {strings.review.actorTypes[option as keyof typeof strings.review.actorTypes]}
            </option>
          ))}
        </select>
      )}
      {hint === '' ? null : (
        <span id={`${id}-hint`} className="help">
          {hint}
        </span>
      )}
    </div>
  );
}

interface FormProps {
  readonly entry: Entry;
  /** What a point's words are while they are typed; null: they are as they were. */
  readonly onTyping: (text: string | null) => void;
}

/** What of the selected line can be typed. Enter keeps it, and so does going elsewhere; Escape leaves it. */
export function EntryForm({ entry, onTyping }: FormProps) {
  const { reviews } = useController();
  const { asked, side } = useReview();
  const lines = formOf(entry);
  const [values, setValues] = useState<FormValues>({});
  const box = useRef<HTMLDivElement>(null);
  const leaving = useRef(false);

  // Before the next key can come: it belongs into the field.
  useLayoutEffect(() => {
    if (!asked) return;
    const field = box.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-part="${asked.part}"]`);
    field?.focus();
    if (field && 'select' in field) field.select();
  }, [asked]);

  const set = (part: FormPart, value: string): void => {
    setValues((before) => ({ ...before, [part]: value }));
    if (part === 'text') onTyping(value);
  };
  const keep = (): void => {
    if (leaving.current) return;
    reviews.keep(entry.id, values);
    onTyping(null);
  };
  const leave = (kept: boolean): void => {
    if (kept) keep();
    // The field loses the keyboard now; what was typed is dealt with.
    leaving.current = true;
    reviews.update((open) => ({ ...open, asked: null }));
    focusList(side);
    leaving.current = false;
    if (!kept) {
      setValues({});
      onTyping(null);
    }
  };
  return (
    <div ref={box} className="entry-form" data-entry-form>
      {lines.map((line) => (
        <Line
          key={line.part}
          entry={entry}
          line={line}
          value={values[line.part] ?? line.value}
          onChange={(value) => set(line.part, value)}
          onEnter={() => leave(true)}
          onLeave={() => leave(false)}
          onBlur={keep}
        />
      ))}
    </div>
  );
}
