import { workerData } from 'node:worker_threads';
import type { Part } from './part.ts';

async function start(part: Part): Promise<void> {
  switch (part.role) {
    case 'service':
      (await import('./threads/service.ts')).runServiceWorker(part.settings);
      break;
    case 'export':
      (await import('./threads/export.ts')).runExportWorker();
      break;
    case 'work':
      (await import('./threads/work.ts')).runWorkWorker(part.resources);
      break;
    case 'decks':
      (await import('./threads/decks.ts')).runDecksWorker(part.resources, part.home);
      break;
    case 'articles':
      (await import('./threads/articles.ts')).runArticlesWorker(part.root);
      break;
    case 'intake':
      (await import('./threads/intake.ts')).runIntakeWorker(part.fonts);
      break;
    case 'fonts':
      (await import('./threads/fonts.ts')).runFontsWorker();
      break;
  }
}

// What fails unforeseen ends the thread, as at the top of a module.
void start(workerData as Part);
