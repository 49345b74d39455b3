import { workerData } from 'node:worker_threads';
import type { ServiceSettings } from './backend.ts';
import type { ExportRequest } from './service/export-job.ts';

/**
 * The thread that all hosts start, with one of four parts to play: the service, which stays; one export; taking one file in; or reading fonts. The
 * others get a thread of their own, so that previews answer meanwhile and what is cancelled stops at once. Each loads only what
 * its part needs.
 */
export type Part =
  | { readonly role: 'service'; readonly settings: ServiceSettings }
  | { readonly role: 'export'; readonly request: ExportRequest }
  | { readonly role: 'intake' }
  | { readonly role: 'fonts' };

const part = workerData as Part;
switch (part.role) {
  case 'service':
    (await import('./threads/service.ts')).runServiceWorker(part.settings);
    break;
  case 'export':
    (await import('./threads/export.ts')).runExportWorker(part.request);
    break;
  case 'intake':
    (await import('./threads/intake.ts')).runIntakeWorker();
    break;
  case 'fonts':
    (await import('./threads/fonts.ts')).runFontsWorker();
    break;
}
