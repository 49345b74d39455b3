import type { ArticleView } from '../types.ts';
import { wordLanguage } from '../catalogue/index.ts';
import { joinNames } from './language.ts';

/** How a language says whose articles these are: by CLDR's plural categories, and what stands behind the first names of many. */
interface Pattern {
  readonly by: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
  readonly alone: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
  readonly andOthers: string;
}

const PATTERNS: Readonly<Record<string, Pattern>> = {
  en: { by: { other: '# articles by @' }, alone: { other: '# articles' }, andOthers: 'et al.' },
  fr: { by: { other: '# articles signés @' }, alone: { other: '# articles' }, andOthers: 'et al.' },
  de: { by: { other: '# Artikel von @' }, alone: { other: '# Artikel' }, andOthers: 'u. a.' },
  es: { by: { other: '# artículos de @' }, alone: { other: '# artículos' }, andOthers: 'et al.' },
  it: { by: { other: '# articoli di @' }, alone: { other: '# articoli' }, andOthers: 'et al.' },
  pt: { by: { other: '# artigos de @' }, alone: { other: '# artigos' }, andOthers: 'et al.' },
  ru: {
    by: { one: '# статья: @', few: '# статьи: @', other: '# статей: @' },
    alone: { one: '# статья', few: '# статьи', other: '# статей' },
    andOthers: 'и др.',
  },
  uk: {
    by: { one: '# стаття: @', few: '# статті: @', other: '# статей: @' },
    alone: { one: '# стаття', few: '# статті', other: '# статей' },
    andOthers: 'та ін.',
  },
  ar: {
    by: { two: 'مقالتان: @', few: '# مقالات: @', other: '# مقالة: @' },
    alone: { two: 'مقالتان', few: '# مقالات', other: '# مقالة' },
    andOthers: 'وآخرون',
  },
  he: { by: { other: '# מאמרים מאת @' }, alone: { other: '# מאמרים' }, andOthers: 'ואחרים' },
  zh: { by: { other: '#篇文章，作者：@' }, alone: { other: '#篇文章' }, andOthers: '等' },
  ja: { by: { other: '記事#本、著者：@' }, alone: { other: '記事#本' }, andOthers: 'ほか' },
  ko: { by: { other: '기사 #건, 작성자: @' }, alone: { other: '기사 #건' }, andOthers: '외' },
  nl: { by: { other: '# artikelen van @' }, alone: { other: '# artikelen' }, andOthers: 'e.a.' },
  sv: { by: { other: '# artiklar av @' }, alone: { other: '# artiklar' }, andOthers: 'm.fl.' },
  da: { by: { other: '# artikler af @' }, alone: { other: '# artikler' }, andOthers: 'm.fl.' },
  nb: { by: { other: '# artikler av @' }, alone: { other: '# artikler' }, andOthers: 'mfl.' },
  fi: { by: { other: '# artikkelia, kirjoittajat: @' }, alone: { other: '# artikkelia' }, andOthers: 'ym.' },
  hu: { by: { other: '# cikk, szerzők: @' }, alone: { other: '# cikk' }, andOthers: 'és mások' },
  tr: { by: { other: '# makale, yazarlar: @' }, alone: { other: '# makale' }, andOthers: 'vd.' },
  el: { by: { other: '# άρθρα, συντάκτες: @' }, alone: { other: '# άρθρα' }, andOthers: 'κ.ά.' },
  ro: {
    by: { few: '# articole de @', other: '# de articole de @' },
    alone: { few: '# articole', other: '# de articole' },
    andOthers: 'ș.a.',
  },
  pl: {
    by: { few: '# artykuły: @', other: '# artykułów: @' },
    alone: { few: '# artykuły', other: '# artykułów' },
    andOthers: 'i in.',
  },
  cs: {
    by: { few: '# články: @', other: '# článků: @' },
    alone: { few: '# články', other: '# článků' },
    andOthers: 'a další',
  },
};

/** More names than these do not fit a cover's line; then so many of them are named. */
const MOST_NAMES = 5;
const FIRST_NAMES = 3;

/**
 * Whose articles a deck is made from, in one line of its cover: of one article authors, publisher and date, where it names its authors;
 * of several their number and all authors, each once; null where there is nothing to say.
 */
export function bylineOf(articles: readonly ArticleView[], language: string): string | null {
  const [only, second] = articles;
  if (!only) return null;
  if (!second) {
    const { authorLine, publisher, publishedText } = only;
    return authorLine === '' ? null : [authorLine, publisher, publishedText].filter((part) => part !== null && part !== '').join(', ');
  }
  const pattern = PATTERNS[wordLanguage(language)];
  if (!pattern) return null;
  const names = [...new Set(articles.flatMap(({ authors }) => authors))];
  const shown = names.length > MOST_NAMES ? `${names.slice(0, FIRST_NAMES).join(', ')} ${pattern.andOthers}` : joinNames(names, language);
  const forms = names.length > 0 ? pattern.by : pattern.alone;
  const form = forms[new Intl.PluralRules(language).select(articles.length)] ?? forms.other;
  return form.replace('#', String(articles.length)).replace('@', () => shown);
}
