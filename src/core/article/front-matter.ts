import { stringify } from 'yaml';
import { z } from 'zod';
import type { Outcome } from '../base/errors.ts';
import { readYaml } from '../base/yaml.ts';
import { cleanLine } from './clean.ts';
import { isIsoDate } from './dates.ts';
import { isRights, RIGHTS, unreadRights } from './rights.ts';
import { ID_FORM } from './slug.ts';
import { hasComment } from './syntax/comments.ts';
import type { Article } from './types.ts';

export type FrontMatter = Omit<Article, 'id' | 'topics'> & { readonly id: string | null };

/** The language of an article that names none. */
export const ASSUMED_LANGUAGE = 'en';

/** First parts of an image's address in a deck (`pack/logo.png`), which an article's id may not be. */
const RESERVED_IDS = ['own', 'pack'];

/** A field is no Markdown, and would show the comment. */
const line = z
  .string()
  .transform(cleanLine)
  .refine((value) => !hasComment(value), 'a comment cannot stand in a field: write it in a line of its own that begins with #');
const text = line.pipe(z.string().min(1, 'this field is empty'));
/** YAML reads `2023` as a number; people mean the words. */
const words = z.union([text, z.number().transform(String)]);
const list = z.union([words.transform((one) => [one]), z.array(words)]);

export const id = z
  .string()
  .regex(ID_FORM, 'an id is letters, digits, “-” and “_”')
  .refine((value) => !RESERVED_IDS.includes(value), `an article’s id is none of: ${RESERVED_IDS.join(', ')}`);

export const isoDate = words.refine(isIsoDate, 'a date is YYYY-MM-DD, YYYY-MM or YYYY');

/** What editors complete and check; `schemas/article.schema.json` is made from it. */
export const frontMatterSchema = z.looseObject({
  id: id.nullish().describe('Default: the file’s name without ending. Briefings name topics as id/topic.'),
  title: words.describe('The article’s title.'),
  standfirst: words.nullish().describe('The sentence below the title.'),
  authors: list.nullish().describe('One name or a list of names.'),
  published: isoDate.nullish().describe('YYYY-MM-DD, YYYY-MM or YYYY.'),
  publisher: words.nullish(),
  url: z.url({ protocol: /^https?$/, error: 'an address begins with https:// or http://' }).nullish(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, 'a language is a tag such as en, de, pt-BR or zh-Hant')
    .nullish()
    .describe('A BCP 47 tag, by which the numbers of charts are read; default en.'),
  tags: list.nullish(),
  actors: list.nullish().describe('Who the article is about.'),
  bio: words.nullish().describe('Who the authors are.'),
  disclaimer: words.nullish().describe('Carried to the sources slide.'),
  mark: words.nullish().describe('A handling mark: a deck bears the highest of its articles’, by the order in house.yaml.'),
  rights: words
    .nullish()
    .describe(
      `What may be handed on of the source text: ${RIGHTS.join(', ')}. Default excerpts: paragraphs that a deck names, each up to a length.`,
    ),
  source: words.nullish().describe('The file with the numbered source text, beside the article.'),
});

const KNOWN = Object.keys(frontMatterSchema.shape);

/** Reads the YAML between the `---` lines; `lineOffset` is the opening line. Unknown keys are kept as they are. */
export function readFrontMatter(yaml: string, { file, lineOffset }: { file: string; lineOffset: number }): Outcome<FrontMatter> {
  const codes = { syntax: 'article/front-matter', field: 'article/front-matter', cut: 'article/value-cut' } as const;
  const { value: read, problems } = readYaml(yaml, frontMatterSchema, { file, lineOffset, codes, guide: 'docs/content-format.md' });
  if (read === null) return { value: null, problems };
  const { value } = read;
  const unread = value.rights != null && !isRights(value.rights) ? [unreadRights(value.rights, read.at(['rights']))] : [];
  return {
    value: {
      id: value.id ?? null,
      title: value.title,
      standfirst: value.standfirst ?? null,
      authors: value.authors ?? [],
      published: value.published ?? null,
      publisher: value.publisher ?? null,
      url: value.url ?? null,
      language: value.language ?? ASSUMED_LANGUAGE,
      ...(value.language == null ? { languageAssumed: true as const } : {}),
      tags: value.tags ?? [],
      actors: value.actors ?? [],
      bio: value.bio ?? null,
      disclaimer: value.disclaimer ?? null,
      mark: value.mark ?? null,
      rights: value.rights ?? null,
      source: value.source ?? null,
      extra: Object.fromEntries(Object.entries(value).filter(([key]) => !KNOWN.includes(key))),
    },
    problems: [...problems, ...unread],
  };
}

/** The fields of an article's front matter: known keys in the order of the guide, empty ones left out, then the unknown ones. */
export function frontFields(article: Article): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const key of KNOWN) {
    const value: unknown = article[key as keyof Article];
    if (key === 'language' && article.languageAssumed === true) continue;
    if (value !== null && !(Array.isArray(value) && value.length === 0)) known[key] = value;
  }
  return { ...known, ...article.extra };
}

export function writeFrontMatter(article: Article): string {
  return stringify(frontFields(article), { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
}
