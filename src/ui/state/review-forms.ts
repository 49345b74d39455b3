import { actorTypeSchema } from '../../api/schemas/intake-operations.ts';
import type { ReviewOperation } from '../types.ts';
import type { Entry } from './review-entries.ts';

/** The parts of a form: what of an entry can be typed. */
export const FORM_PARTS = ['text', 'speaker', 'role', 'date', 'value', 'unit', 'label', 'name', 'type'] as const;
export type FormPart = (typeof FORM_PARTS)[number];

export interface FormLine {
  readonly part: FormPart;
  readonly value: string;
  readonly shape: 'line' | 'text' | 'choice';
  /** Of a choice. */
  readonly options: readonly string[];
}

export type FormValues = Readonly<Partial<Record<FormPart, string>>>;

export const ACTOR_TYPES = actorTypeSchema.options;

const LONG_FIELDS: ReadonlySet<string> = new Set(['standfirst', 'bio', 'disclaimer']);
const LIST_FIELDS: ReadonlySet<string> = new Set(['authors', 'tags']);

function line(part: FormPart, value: string | null, shape: FormLine['shape'] = 'line', options: readonly string[] = []): FormLine {
  return { part, value: value ?? '', shape, options };
}

/** What can be typed for an entry, first what is most often wrong. Empty: nothing. */
export function formOf(entry: Entry): readonly FormLine[] {
  switch (entry.kind) {
    case 'field': {
      const value = entry.node?.value ?? '';
      return [line('text', typeof value === 'string' ? value : value.join('; '), LONG_FIELDS.has(entry.id) ? 'text' : 'line')];
    }
    case 'heading':
      return [line('text', entry.node.value)];
    case 'summary':
      return [line('text', entry.node.text, 'text')];
    case 'actor':
      return [line('name', entry.node.name), line('type', entry.node.type, 'choice', ACTOR_TYPES), line('role', entry.node.role)];
    case 'item': {
      const { node } = entry;
      switch (node.kind) {
        case 'point':
          return [line('text', node.text, 'text')];
        case 'quotation':
          return [line('text', node.text, 'text'), line('speaker', node.speaker), line('role', node.role)];
        case 'event':
          return [line('date', node.date.text), line('text', node.text, 'text')];
        case 'figure':
          return [line('value', node.value), line('unit', node.unit), line('label', node.label, 'text')];
        case 'table':
        case 'kept':
          return [];
      }
    }
  }
}

const orNull = (text: string | undefined): string | null | undefined => (text === undefined ? undefined : text.trim() === '' ? null : text);

function some<T extends Record<string, unknown>>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } | null {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? null : (Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> });
}

/** The step that what was typed is; null: nothing was changed. */
export function operationOf(entry: Entry, values: FormValues): ReviewOperation | null {
  const before = new Map(formOf(entry).map(({ part, value }) => [part, value]));
  const typed = (part: FormPart): string | undefined => {
    const value = values[part];
    return value === undefined || value === before.get(part) ? undefined : value.trim();
  };
  const text = typed('text');
  switch (entry.kind) {
    case 'field': {
      if (text === undefined) return null;
      const list = text.split(/\s*[;\n]\s*/).filter(Boolean);
      const value = text === '' ? null : LIST_FIELDS.has(entry.id) ? list : text;
      return { kind: 'correct-field', field: entry.id, value };
    }
    case 'heading':
      return text === undefined || text === '' ? null : { kind: 'rename-topic', topic: entry.topic, heading: text };
    case 'summary':
      return text === undefined || text === '' ? null : { kind: 'rewrite-point', item: entry.id, text };
    case 'actor': {
      const type = ACTOR_TYPES.find((name) => name === typed('type'));
      const change = some({ name: typed('name'), type, role: orNull(typed('role')) });
      return change && { kind: 'correct-actor', item: entry.id, change };
    }
    case 'item':
      return itemOperation(entry.id, entry.node.kind, typed);
  }
}

function itemOperation(
  item: string,
  kind: Extract<Entry, { kind: 'item' }>['node']['kind'],
  typed: (part: FormPart) => string | undefined,
): ReviewOperation | null {
  const text = typed('text');
  switch (kind) {
    case 'point':
      return text === undefined || text === '' ? null : { kind: 'rewrite-point', item, text };
    case 'quotation': {
      const change = some({ text, speaker: orNull(typed('speaker')), role: orNull(typed('role')) });
      return change && { kind: 'correct-quotation', item, change };
    }
    case 'event': {
      const change = some({ date: typed('date'), text });
      return change && { kind: 'correct-event', item, change };
    }
    case 'figure': {
      const change = some({ value: typed('value'), unit: typed('unit'), label: typed('label') });
      return change && { kind: 'correct-figure', item, change };
    }
    case 'table':
    case 'kept':
      return null;
  }
}
