import { child, children, value, within, type XmlElement } from '../xml/index.ts';

/** What a style says that reading needs, its own and what it inherits. */
export interface Style {
  /** Names from its own to its oldest ancestor's, as people see them: `Heading 1`. */
  readonly names: readonly string[];
  readonly script: 'sub' | 'super' | null;
  readonly hidden: boolean;
}

interface Raw {
  readonly parent: string | null;
  readonly position: string | null;
  readonly hidden: boolean;
}

/** Styles inherit in chains; a longer one is a circle. */
const LONGEST_CHAIN = 12;

/** A document's styles (`styles.xml` and the automatic ones of `content.xml`), and which of its lists are numbered. */
export class Styles {
  readonly #raw = new Map<string, Raw>();
  readonly #numbered = new Map<string, ReadonlySet<number>>();
  readonly #known = new Map<string, Style>();

  constructor(roots: readonly (XmlElement | null)[]) {
    for (const root of roots) {
      if (root === null) continue;
      for (const style of within(root, 'style:style')) {
        const text = child(style, 'style:text-properties');
        this.#raw.set(keyOf(style), {
          parent: value(style, 'style:parent-style-name'),
          position: text && value(text, 'style:text-position'),
          hidden: text !== null && value(text, 'text:display') === 'none',
        });
      }
      for (const list of within(root, 'text:list-style')) {
        const levels = children(list, 'text:list-level-style-number').filter((level) => (value(level, 'style:num-format') ?? '') !== '');
        this.#numbered.set(value(list, 'style:name') ?? '', new Set(levels.map((level) => Number(value(level, 'text:level') ?? 1))));
      }
    }
  }

  /** `family`: `paragraph` or `text`. */
  of(name: string | null, family: string): Style {
    const key = `${family} ${name ?? ''}`;
    const known = this.#known.get(key);
    if (known) return known;
    const names: string[] = [];
    let position: string | null = null;
    let hidden = false;
    for (let at = name; at !== null && names.length < LONGEST_CHAIN;) {
      names.push(at.replace(/_([0-9a-f]{2})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
      const raw: Raw | undefined = this.#raw.get(`${family} ${at}`);
      position ??= raw?.position ?? null;
      hidden ||= raw?.hidden ?? false;
      at = raw?.parent ?? null;
    }
    const style = { names, script: scriptOf(position), hidden };
    this.#known.set(key, style);
    return style;
  }

  isNumbered(list: string | null, level: number): boolean {
    return this.#numbered.get(list ?? '')?.has(level) ?? false;
  }
}

function keyOf(style: XmlElement): string {
  return `${value(style, 'style:family') ?? ''} ${value(style, 'style:name') ?? ''}`;
}

/** `super 58%`, `sub 58%`, or how far text is raised in per cent of its height. */
function scriptOf(position: string | null): Style['script'] {
  const first = position?.trim().split(/\s+/)[0] ?? '';
  if (first === 'super' || first === 'sub') return first;
  const raised = Number.parseFloat(first);
  return raised > 0 ? 'super' : raised < 0 ? 'sub' : null;
}
