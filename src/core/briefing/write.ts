import { stringify } from 'yaml';
import { patchYaml } from '../base/yaml-patch.ts';
import { given } from './override/empty.ts';
import { parseBriefing } from './parse.ts';
import type { Briefing, BriefingItem, Overrides } from './types.ts';

function overridesOf(overrides: Overrides | null): Record<string, unknown> | null {
  return overrides && given({ ...overrides });
}

/** An item, below the section that begins with it. */
function entriesOf(item: BriefingItem): Record<string, unknown>[] {
  const start = item.section ? [given({ section: item.section.title, finding: item.section.finding })] : [];
  switch (item.kind) {
    case 'topic':
      return [
        ...start,
        given({
          topic: `${item.article}/${item.topic}`,
          depth: item.depth,
          layout: item.layout,
          minutes: item.minutes,
          overrides: overridesOf(item.overrides),
        }),
      ];
    case 'own':
      return [...start, given({ own: item.title, id: item.id, layout: item.layout, minutes: item.minutes, body: item.body || null })];
  }
}

function fieldsOf({ notes, items, ...head }: Briefing): Record<string, unknown> {
  return given({ ...head, notes: notes && given({ ...notes }), items: items.flatMap(entriesOf) });
}

/** A topic is known by its address, an own slide by its id, a section by its title, an override by the line that it is for. */
function identity(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null;
  const { topic, id, section, position, at, after } = item as Readonly<Record<string, unknown>>;
  return JSON.stringify([topic, id, section, position, at, after].map((part) => part ?? null));
}

/**
 * A briefing's file; `parseBriefing` reads the same briefing from it. With the file's text as it was, what did not change
 * keeps its words, its order and its comments.
 */
export function writeBriefing(briefing: Briefing, before: string | null = null): string {
  const was = before === null ? null : parseBriefing(before, { file: '' }).value;
  if (before !== null && was !== null) return patchYaml(before, fieldsOf(was), fieldsOf(briefing), identity);
  return stringify(fieldsOf(briefing), { lineWidth: 0, aliasDuplicateObjects: false });
}
