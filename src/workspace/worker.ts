import { workerData } from 'node:worker_threads';
import type { Part } from './part.ts';

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
