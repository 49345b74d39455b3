import { problem, type Place, type Problem } from '../base/errors.ts';
import type { Article } from './types.ts';

/**
 * What may be handed on of an article's source text, which is somebody's work. `all`: the text whole. `excerpts`: the paragraphs that a
 * deck names, each up to `EXCERPT_WORDS`. `none`: nothing but where it stands.
 */
export const RIGHTS = ['all', 'excerpts', 'none'] as const;
export type Rights = (typeof RIGHTS)[number];

/** Words of one paragraph that are quoted where the whole may not be: a usual paragraph stands whole, a page does not. */
export const EXCERPT_WORDS = 150;

export function isRights(text: string): text is Rights {
  return RIGHTS.some((word) => word === text);
}

/** What an article allows; where it says nothing, or something that nobody here can read (“© The Review”), short quotation alone. */
export function rightsOf({ rights }: Pick<Article, 'rights'>): Rights {
  return rights !== null && isRights(rights) ? rights : 'excerpts';
}

export function unreadRights(received: string, place: Place): Problem {
  return problem('article/rights', {
    message: 'these words do not say what may be handed on of the source text, so excerpts alone are',
    place,
    received,
    allowed: RIGHTS.join(', '),
    hint: 'Write one of the words allowed, and a copyright notice under “disclaimer:”.',
  });
}
