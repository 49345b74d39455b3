import { workerData } from 'node:worker_threads';
import type { Part } from './part.ts';

const part = workerData as Part;
switch (part.role) {
  case 'service':
    (await import('./threads/service.ts')).runServiceWorker(part.settings);
    break;
  case 'work':
    (await import('./threads/work.ts')).runWorkWorker(part.resources);
    break;
  case 'export':
    (await import('./threads/export.ts')).runExportWorker();
    break;
  case 'intake':
    (await import('./threads/intake.ts')).runIntakeWorker();
    break;
  case 'fonts':
    (await import('./threads/fonts.ts')).runFontsWorker();
    break;
}
