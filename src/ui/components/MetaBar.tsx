import { useState } from 'react';
import { setMeta, type Meta } from '../state/briefing.ts';
import { strings } from '../strings.ts';
import { useBriefing, useController } from './use-app.ts';

type TextMeta = 'audience' | 'presenter' | 'mark' | 'date' | 'subtitle' | 'language';

/** A field of the briefing as its input shows it, and how to change it letter by letter. */
export function useMetaField(field: TextMeta): {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
} {
  const { documents } = useController();
  const briefing = useBriefing();
  return {
    value: briefing?.[field] ?? '',
    onChange: (value) => documents.edit((b) => setMeta(b, field, value as Meta[typeof field]), field),
    onBlur: () => documents.endGroup(),
  };
}

/** Minutes: only a number above nothing goes into the briefing. */
export function useMinutesField(): { readonly value: string; readonly onChange: (value: string) => void; readonly onBlur: () => void } {
  const { documents } = useController();
  const minutes = useBriefing()?.minutes ?? null;
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? (minutes === null ? '' : String(minutes)),
    onChange: (value) => {
      setTyped(value);
      const number = Number(value);
      const wanted = value.trim() === '' ? null : number;
      if (wanted === null || (Number.isFinite(number) && number > 0 && number <= 1440)) {
        documents.edit((b) => setMeta(b, 'minutes', wanted), 'minutes');
      }
    },
    onBlur: () => {
      setTyped(null);
      documents.endGroup();
    },
  };
}

interface FieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly type?: 'text' | 'date' | 'number';
  readonly name: string;
  readonly field: { readonly value: string; readonly onChange: (value: string) => void; readonly onBlur: () => void };
}

function BarField({ label, placeholder = '', type = 'text', name, field }: FieldProps) {
  return (
    <label className={`bar-field ${name}`}>
      <span>{label}</span>
      <input
        type={type}
        {...(type === 'text' ? { dir: 'auto' } : {})}
        value={field.value}
        placeholder={placeholder}
        {...(type === 'number' ? { min: 1, step: 1 } : {})}
        onChange={({ target }) => field.onChange(target.value)}
        onBlur={field.onBlur}
      />
    </label>
  );
}

/** What a briefing is, for whom and when: always in sight, changed where it stands. */
export function MetaBar() {
  return (
    <section className="meta-bar" aria-label={strings.meta.bar}>
      <BarField name="audience" label={strings.meta.audience} placeholder={strings.meta.audienceHint} field={useMetaField('audience')} />
      <BarField
        name="presenter"
        label={strings.meta.presenter}
        placeholder={strings.meta.presenterHint}
        field={useMetaField('presenter')}
      />
      <BarField name="date" label={strings.meta.date} type="date" field={useMetaField('date')} />
      <BarField name="minutes" label={strings.meta.minutes} type="number" placeholder="–" field={useMinutesField()} />
      <BarField name="mark" label={strings.meta.mark} placeholder={strings.meta.markHint} field={useMetaField('mark')} />
    </section>
  );
}
