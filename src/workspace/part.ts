import type { ServiceSettings } from './backend.ts';
import type { Resources } from './resources.ts';

/**
 * The thread that all hosts start, with one of seven parts to play: the service, which stays and only answers; work on templates and
 * previews; one export; many decks, one after another; reading a library's articles; taking one file in; or reading fonts. The others have threads of their own, so that the service answers meanwhile, and
 * what is cancelled or goes beyond its bounds ends at once. Each loads only what its part needs.
 */
export type Part =
  | { readonly role: 'service'; readonly settings: ServiceSettings }
  | { readonly role: 'export' }
  | { readonly role: 'work'; readonly resources: Resources }
  | { readonly role: 'decks'; readonly resources: Resources; readonly home: string }
  | { readonly role: 'articles'; readonly root: string }
  | { readonly role: 'intake'; readonly fonts: string }
  | { readonly role: 'fonts' };
