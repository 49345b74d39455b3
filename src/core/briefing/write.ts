import { stringify } from 'yaml';
import type { Briefing, BriefingItem, Overrides } from './types.ts';

/** Without what says nothing: null, empty lists and empty maps. */
function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const says = (value: unknown): boolean =>
    value !== null && value !== undefined && !(typeof value === 'object' && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => says(value)));
}

function overridesOf(overrides: Overrides | null): Record<string, unknown> | null {
  return overrides && given({ ...overrides });
}

function itemOf(item: BriefingItem): Record<string, unknown> {
  switch (item.kind) {
    case 'topic':
      return given({ topic: `${item.article}/${item.topic}`, depth: item.depth, overrides: overridesOf(item.overrides) });
    case 'own':
      return given({ own: item.title, id: item.id, body: item.body || null });
  }
}

/** A briefing's file; `parseBriefing` reads the same briefing from it. */
export function writeBriefing(briefing: Briefing): string {
  const { items, ...head } = briefing;
  return stringify(given({ ...head, items: items.map(itemOf) }), { lineWidth: 0, aliasDuplicateObjects: false });
}
