import { z } from 'zod';
import { sha256 } from '../base/hash.ts';
import { withoutComments } from '../article/index.ts';
import { withTexts } from '../briefing/index.ts';
import type { ArticleEntry, Briefing, BriefingItem } from '../briefing/types.ts';
import type { Pack } from '../template/types.ts';

/** JSON with keys sorted at every depth and no white space, so that equal values are equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, v]) => `${JSON.stringify(key)}:${canonicalJson(v)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value);
}

/** What a deck was made from. Ids and hashes, never paths: it travels inside the presenter's file. */
export interface Recipe {
  readonly lectern: 1;
  readonly briefing: Briefing;
  readonly articles: readonly { readonly id: string; readonly hash: string }[];
  readonly pack: { readonly name: string; readonly version: string; readonly hash: string };
  /** The briefing's own words are not in it, so that no deck can be made from it. */
  readonly words?: 'left-out';
}

/** What travels in a deck has no comments: whoever it is handed to reads them otherwise. */
function uncommented(item: BriefingItem): BriefingItem {
  const plain = (text: string): string => withoutComments(text).text;
  if (item.kind === 'own') return { ...item, body: plain(item.body) };
  return item.overrides === null ? item : { ...item, overrides: withTexts(item.overrides, plain) };
}

export function makeRecipe(briefing: Briefing, articles: ReadonlyMap<string, ArticleEntry>, pack: Pack): Recipe {
  const used = [...new Set(briefing.items.flatMap((item) => (item.kind === 'topic' ? [item.article] : [])))].sort();
  return {
    lectern: 1,
    briefing: { ...briefing, template: pack.name, items: briefing.items.map(uncommented) },
    articles: used.flatMap((id) => {
      const entry = articles.get(id);
      return entry ? [{ id, hash: entry.hash }] : [];
    }),
    pack: { name: pack.name, version: pack.manifest.version, hash: pack.hash },
  };
}

/**
 * The version stamp that both formats show: the first eight hex digits over the recipe, and over the deck's mark where an article or
 * the workspace's order gave it another than the briefing's.
 */
export function stampOf(recipe: Recipe, mark: string | null = recipe.briefing.mark): string {
  const raised = mark === recipe.briefing.mark ? '' : `\n${mark ?? ''}`;
  return sha256(`${canonicalJson(recipe)}${raised}`).slice(0, 8);
}

/**
 * A recipe's text without the briefing's own words: overrides, own slides, notes. Whoever has the file then finds no sentence in it that its
 * slides do not show, as one that was worded and left out again; which deck it is, and what of it was changed, can be told all the same. The
 * same text where the briefing has no words of its own.
 */
export function withoutOwnWords(text: string): string {
  const recipe = parseRecipe(text);
  if (recipe === null) return text;
  const { briefing } = recipe;
  const items = briefing.items.map((item) => (item.kind === 'own' ? { ...item, body: '' } : { ...item, overrides: null }));
  const kept: Briefing = { ...briefing, notes: null, items };
  return canonicalJson(kept) === canonicalJson(briefing) ? text : canonicalJson({ ...recipe, briefing: kept, words: 'left-out' });
}

const recipeSchema = z.object({
  lectern: z.literal(1),
  briefing: z.looseObject({ title: z.string(), items: z.array(z.looseObject({ kind: z.string() })) }),
  articles: z.array(z.object({ id: z.string(), hash: z.string() })),
  pack: z.object({ name: z.string(), version: z.string(), hash: z.string() }),
  words: z.literal('left-out').optional(),
});

/** A recipe's text as found in a file; null where it is none. The briefing in it is still to be checked: write it out and parse it. */
export function parseRecipe(text: string): Recipe | null {
  try {
    const recipe = recipeSchema.safeParse(JSON.parse(text));
    return recipe.success ? (recipe.data as unknown as Recipe) : null;
  } catch {
    return null;
  }
}
