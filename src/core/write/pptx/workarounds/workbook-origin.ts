import { packageTime } from '../../package-time.ts';
import type { WorkbookWorkaround } from './types.ts';

/** The time of the build is no part of the input; equal decks would differ by it. */
export const workbookOrigin: WorkbookWorkaround = {
  name: 'workbook-origin',
  defect: 'The workbook names the moment it was made, and a program and a system that did not make it.',
  issue: null,
  apply: (files, _box, scene) => {
    const core = files.get('docProps/core.xml');
    if (core !== undefined) {
      const dated = core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${packageTime(scene.meta)}`);
      files.set('docProps/core.xml', dated.replace(/<dc:creator>.*?<\/dc:creator>|<cp:lastModifiedBy>.*?<\/cp:lastModifiedBy>/g, ''));
    }
    const app = files.get('docProps/app.xml');
    if (app !== undefined)
      files.set('docProps/app.xml', app.replace(/<Application>.*?<\/Application>/, '<Application>Lectern</Application>'));
  },
};
