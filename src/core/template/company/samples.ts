import { child, children, descendants, textOf, value, type Element } from '../../base/ooxml/xml/tree.ts';
import { placeholderOf } from './art.ts';
import { isTitleType } from './offer.ts';
import type { CompanyPackage } from './package.ts';
import type { LayoutUse, PlaceholderUse } from './types.ts';

const PRESENTATION = 'ppt/presentation.xml';
/** More of them say nothing new, and a file may have thousands. */
const MOST_SAMPLES = 80;

const UNUSED: LayoutUse = { slides: 0, opens: false, closes: false, shown: null, filled: new Map() };

/** The layout that a sample stands on, and what it puts there. */
interface Sample {
  readonly layout: string;
  readonly shown: ReadonlySet<string>;
  readonly filled: ReadonlyMap<number | 'title', PlaceholderUse>;
}

const FOOT: ReadonlySet<string> = new Set(['ftr', 'sldNum', 'dt']);

function wordsIn(shape: Element): PlaceholderUse {
  const body = child(shape, 'p:txBody');
  const texts = (body ? children(body, 'a:p') : []).map((paragraph) => descendants(paragraph, 'a:t').map(textOf).join('').trim());
  const paragraphs = texts.filter((text) => text !== '');
  return { paragraphs: paragraphs.length, characters: paragraphs.reduce((sum, text) => sum + text.length, 0), objects: 0 };
}

const OBJECT: PlaceholderUse = { paragraphs: 0, characters: 0, objects: 1 };

function sampleOf(root: Element, layout: string): Sample {
  const slide = child(root, 'p:cSld');
  const tree = slide && child(slide, 'p:spTree');
  const shown = new Set<string>();
  const filled = new Map<number | 'title', PlaceholderUse>();
  for (const shape of tree ? children(tree) : []) {
    const ph = placeholderOf(shape);
    if (!ph) continue;
    const type = value(ph, 'type') ?? 'obj';
    if (FOOT.has(type)) shown.add(type);
    else filled.set(isTitleType(type) ? 'title' : Number(value(ph, 'idx') ?? 0), shape.name === 'p:sp' ? wordsIn(shape) : OBJECT);
  }
  return { layout, shown, filled };
}

/** The file's own slides in the order in which they are shown; one that cannot be read says nothing. */
function samplesOf(pkg: CompanyPackage, presentation: Element): Sample[] {
  const list = child(presentation, 'p:sldIdLst');
  const related = new Map(pkg.related(PRESENTATION).map((r) => [r.id, r.part]));
  const parts = (list ? children(list) : []).flatMap((entry) => {
    const part = related.get(value(entry, 'r:id') ?? '');
    return part === undefined || !pkg.parts.has(part) ? [] : [part];
  });
  const wanted = parts.length > MOST_SAMPLES ? [...parts.slice(0, MOST_SAMPLES - 1), ...parts.slice(-1)] : parts;
  return wanted.flatMap((part) => {
    try {
      return [sampleOf(pkg.xml(part, 'p:sld'), pkg.one(part, 'slideLayout') ?? '')];
    } catch {
      return [];
    }
  });
}

const most = (a: PlaceholderUse | undefined, b: PlaceholderUse): PlaceholderUse =>
  a === undefined
    ? b
    : {
        paragraphs: Math.max(a.paragraphs, b.paragraphs),
        characters: Math.max(a.characters, b.characters),
        objects: a.objects + b.objects,
      };

/**
 * What the file's own slides do with each of its layouts. At the foot, on layouts that none stands on, what any shows; null where the
 * file shows nothing there anywhere.
 */
export function usesOf(pkg: CompanyPackage, presentation: Element): (layout: string) => LayoutUse {
  const samples = samplesOf(pkg, presentation);
  const any = new Set(samples.flatMap((sample) => [...sample.shown]));
  // Of one or two slides neither opens or closes anything.
  const isDeck = samples.length > 2;
  const uses = new Map<string, LayoutUse>();
  samples.forEach(({ layout, shown, filled }, i) => {
    const before = uses.get(layout) ?? UNUSED;
    const all = new Map(before.filled);
    for (const [key, use] of filled) all.set(key, most(all.get(key), use));
    uses.set(layout, {
      slides: before.slides + 1,
      opens: before.opens || (i === 0 && isDeck),
      closes: before.closes || (i === samples.length - 1 && isDeck),
      shown: any.size === 0 ? null : new Set([...(before.shown ?? []), ...shown]),
      filled: all,
    });
  });
  const unused: LayoutUse = { ...UNUSED, shown: any.size === 0 ? null : any };
  return (layout) => uses.get(layout) ?? unused;
}
