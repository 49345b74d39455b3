import { fileURLToPath } from 'node:url';
import { resourcesBelow, type Resources } from '../workspace/resources.ts';

/** The bundle lies in `dist/library`; Lectern's own files two folders up. */
export const RESOURCES: Resources = resourcesBelow(fileURLToPath(new URL('../..', import.meta.url)));
