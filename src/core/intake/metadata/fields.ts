import type { RawBlock } from '../read/types.ts';
import type { Field, FieldName, Metadata, Span } from '../types.ts';
import { foldKey } from '../words/fold.ts';
import { isBalanced } from '../words/quotation-marks.ts';
import { cleanWords } from '../decode/characters.ts';
import type { BlockRole } from '../types.ts';
import { guessLanguage, languageTag } from '../../language/index.ts';
import { authors } from './authors.ts';
import type { Candidate, FieldOptions } from './candidates.ts';
import { days } from './days.ts';

/** All metadata, each field by its best candidate, the others kept as alternatives. */
export function makeMetadata(options: FieldOptions): Metadata {
  const { blocks, roles, hints, head } = options;
  const field = <T>(name: FieldName, candidates: readonly Candidate<T>[]): Field<T> | null => choose(name, candidates, options.span);
  const text = (index: number): string => blocks[index]?.text ?? '';
  const strings = (name: FieldName): Candidate<string>[] =>
    hints.flatMap((hint) =>
      hint.field === name ? [{ value: cleanWords(hint.value), confidence: hint.confidence, origin: hint.origin, blocks: [] }] : [],
    );
  const whole = (role: BlockRole): Candidate<string>[] => {
    const found = blocks.flatMap((_, index) => (roles[index] === role ? [index] : []));
    return found.length === 0 ? [] : [{ value: found.map(text).join(' '), confidence: 0.85, origin: 'pattern', blocks: found }];
  };
  return {
    title: field('title', titles(options)),
    standfirst: field('standfirst', standfirsts(options, strings('standfirst'))),
    authors: field('authors', authors(options)),
    published: field('published', days(options)),
    publisher: field('publisher', [
      ...strings('publisher'),
      ...head.lines.flatMap(({ block, line }) =>
        line.publisher === null ? [] : [{ value: line.publisher, confidence: 0.6, origin: 'position' as const, blocks: [block] }],
      ),
      ...siteName(options),
      ...journal(blocks, roles),
    ]),
    url: field(
      'url',
      strings('url').filter(({ value }) => /^https?:\/\//.test(value)),
    ),
    language: field('language', languages(options, strings('language'))),
    bio: field('bio', [...strings('bio'), ...whole('bio')]),
    disclaimer: field('disclaimer', [...strings('disclaimer'), ...whole('disclaimer')]),
    tags: field('tags', tags(strings('tags'))),
  };
}

function choose<T>(name: FieldName, candidates: readonly Candidate<T>[], span: (block: number) => Span): Field<T> | null {
  const same = (a: T, b: T): boolean => foldKey(String(a)) === foldKey(String(b));
  const ranked = [...candidates].sort((a, b) => b.confidence - a.confidence);
  const distinct = ranked.filter((candidate, index) => ranked.findIndex((other) => same(other.value, candidate.value)) === index);
  const [best] = distinct;
  if (!best) return null;
  // The text's own form has the better typography, and a place to show.
  const seen = ranked.find((candidate) => candidate.blocks.length > 0 && same(candidate.value, best.value));
  const agreeing = ranked.filter((candidate) => same(candidate.value, best.value)).length;
  return {
    id: name,
    value: (seen ?? best).value,
    confidence: Math.min(0.99, best.confidence + (agreeing > 1 ? 0.02 : 0)),
    origin: best.origin,
    spans: (seen ?? best).blocks.map(span),
    state: 'proposed',
    alternatives: distinct.slice(1, 4).map(({ value }) => value),
  };
}

/** Separators between a page's title and its site's name. */
const SITE = /\s+(?:[-–—|·•:»]|::)\s+/;

function titles({ blocks, hints, head }: FieldOptions): Candidate<string>[] {
  const shown = head.title
    ? [
        {
          value: blocks[head.title.block]?.text ?? '',
          confidence: head.title.confidence,
          origin: 'position' as const,
          blocks: [head.title.block],
        },
      ]
    : [];
  const keys = new Set(shown.map(({ value }) => foldKey(value)));
  const named = hints.flatMap((hint): Candidate<string>[] => {
    if (hint.field !== 'title') return [];
    const value = cleanWords(hint.value);
    // `Heading - Site`: the heading alone, where the page shows it so.
    const part = value.split(SITE).find((piece) => keys.has(foldKey(piece)));
    return [{ value: part ?? value, confidence: hint.confidence, origin: hint.origin, blocks: [] }];
  });
  return [...shown, ...named];
}

/** What is left of a page's title beside the heading that the page shows. */
function siteName({ blocks, hints, head }: FieldOptions): Candidate<string>[] {
  const key = foldKey(blocks[head.title?.block ?? -1]?.text ?? '');
  return hints.flatMap((hint): Candidate<string>[] => {
    if (hint.field !== 'title' || hint.origin !== 'markup' || key === '') return [];
    const pieces = cleanWords(hint.value).split(SITE);
    const others = pieces.filter((piece) => foldKey(piece) !== key);
    const [site] = others;
    return others.length === 1 && site !== undefined && pieces.length === 2
      ? [{ value: site, confidence: 0.65, origin: 'markup', blocks: [] }]
      : [];
  });
}

/** `X is Y’s online journal`, in what is said about the publication under the text. */
function journal(blocks: readonly RawBlock[], roles: readonly BlockRole[]): Candidate<string>[] {
  return blocks.flatMap((block, index): Candidate<string>[] => {
    if (roles[index] !== 'disclaimer' && roles[index] !== 'bio') return [];
    const match =
      /^(\p{Lu}[^.]{1,60}?) is (?:an? |the )?(?:\p{Lu}[^.]{1,40}?[’']s )?(?:online |weekly |monthly |quarterly )?(?:journal|magazine|newspaper|review|newsletter)\b/u.exec(
        block.text,
      );
    return match?.[1] === undefined ? [] : [{ value: match[1], confidence: 0.55, origin: 'pattern', blocks: [index] }];
  });
}

function standfirsts({ blocks, head, roles }: FieldOptions, named: readonly Candidate<string>[]): Candidate<string>[] {
  const shown = head.standfirst
    ? [
        {
          value: blocks[head.standfirst.block]?.text ?? '',
          confidence: head.standfirst.confidence,
          origin: 'position' as const,
          blocks: [head.standfirst.block],
        },
      ]
    : [];
  // A description that is the text's beginning, cut off or not, is none.
  const body = foldKey(
    blocks
      .filter((_, index) => roles[index] === 'body')
      .slice(0, 2)
      .map((block) => block.text)
      .join(' '),
  );
  const usable = named.filter(({ value, origin }) => {
    const key = foldKey(value);
    const isWhole = /(?<!\.\.)[.!?。！？؟।]["'”’»)]*$/u.test(value) && isBalanced(value);
    return origin === 'front-matter' || (isWhole && !body.startsWith(key.slice(0, 80)) && value.length > 20);
  });
  return [...shown, ...usable];
}

/** A page's own word counts, unless its letters say otherwise: templates carry `lang="en"` over any text. */
function languages({ blocks, roles }: FieldOptions, named: readonly Candidate<string>[]): Candidate<string>[] {
  const guess = guessLanguage(
    blocks
      .filter((_, index) => roles[index] === 'body')
      .map((block) => block.text)
      .join(' '),
  );
  const tags = named.flatMap((candidate) => {
    const value = languageTag(candidate.value);
    return value === null ? [] : [{ ...candidate, value }];
  });
  const usable = guess && guess.confidence > 0.8 ? tags.filter(({ value }) => value.toLowerCase().startsWith(guess.language)) : tags;
  const guessed = guess ? [{ value: guess.language, confidence: guess.confidence - 0.2, origin: 'pattern' as const, blocks: [] }] : [];
  return [...usable, ...guessed];
}

function tags(named: readonly Candidate<string>[]): Candidate<readonly string[]>[] {
  const values = [...new Set(named.flatMap(({ value }) => value.split(/\s*[,;]\s*/)).filter(Boolean))];
  const [first] = named;
  return first && values.length > 0 ? [{ ...first, value: values }] : [];
}
