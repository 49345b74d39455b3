import type { ServiceSettings } from './backend.ts';
import type { Resources } from './resources.ts';
import type { ExportRequest } from './service/export-types.ts';

/**
 * The thread that all hosts start, with one of six parts to play: the service, which stays; one export; many decks, one after another; reading a library's articles; taking one file in; or reading fonts. The
 * others get a thread of their own, so that previews answer meanwhile and what is cancelled stops at once. Each loads only what
 * its part needs.
 */
export type Part =
  | { readonly role: 'service'; readonly settings: ServiceSettings }
  | { readonly role: 'export'; readonly request: ExportRequest }
  | { readonly role: 'decks'; readonly resources: Resources; readonly home: string }
  | { readonly role: 'articles'; readonly root: string }
  | { readonly role: 'intake' }
  | { readonly role: 'fonts' };
