import { shortHash } from '../base/hash.ts';

export interface SlideKey {
  readonly topic: string | null;
  readonly kind: string;
}

/** Which of its topic's slides a slide is, whatever layout it stands in. */
export interface SlideSlot extends SlideKey {
  /** How many of its topic and kind come before, from 0. */
  readonly occurrence: number;
}

/**
 * The slots of slides that come in groups with options: those of a kind count within an option, and a group takes as many as its largest
 * option has. So a slide's slot is the same whichever options are chosen before it.
 */
export function slideSlots(groups: readonly (readonly (readonly SlideKey[])[])[]): SlideSlot[][][] {
  const taken = new Map<string, number>();
  return groups.map((options) => {
    const used = options.map((slides) => {
      const seen = new Map<string, number>();
      const slots = slides.map(({ topic, kind }): SlideSlot => {
        const base = baseOf({ topic, kind });
        const occurrence = seen.get(base) ?? taken.get(base) ?? 0;
        seen.set(base, occurrence + 1);
        return { topic, kind, occurrence };
      });
      return { slots, seen };
    });
    for (const { seen } of used) for (const [base, next] of seen) taken.set(base, Math.max(taken.get(base) ?? 0, next));
    return used.map(({ slots }) => slots);
  });
}

const baseOf = ({ topic, kind }: SlideKey): string => `${topic ?? ''}\n${kind}`;
const keyOf = (slot: SlideSlot): string => `${baseOf(slot)}\n${slot.occurrence}`;

/**
 * Ids that stay when other slides come and go: 16 hex digits over topic, kind and how many of both came before; the same slot has the same id.
 * Where two keys hash alike, the one that sorts later is hashed again, so the result does not depend on the order of slides.
 */
export function slideIds(slots: readonly SlideSlot[], hash: (text: string) => string = shortHash): string[] {
  const keys = slots.map(keyOf);
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of [...new Set(keys)].sort()) {
    let id = hash(key);
    for (let probe = 1; taken.has(id); probe++) id = hash(`${key}\n${probe}`);
    taken.add(id);
    ids.set(key, id);
  }
  return keys.map((key) => ids.get(key) ?? '');
}
