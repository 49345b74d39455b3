import type { Run } from '../../base/text.ts';

const isRun = (value: unknown): value is Run =>
  typeof value === 'object' && value !== null && ('refs' in value || 'text' in value) && !('kind' in value);

/** All texts of a block of an article. */
export function allRuns(value: unknown): (readonly Run[])[] {
  if (Array.isArray(value)) return value.length > 0 && value.every(isRun) ? [value] : value.flatMap(allRuns);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allRuns) : [];
}
