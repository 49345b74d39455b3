import { inflateEntries as inflate, isArchiveFault, type ZipEntry } from '../../base/archive.ts';
import { problem, type Outcome, type Problem } from '../../base/errors.ts';

/** The wanted entries' bytes by name. Errors: `intake/bomb`, `intake/broken`, `intake/encrypted`. */
export function inflateEntries(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  { name: file, limit }: { readonly name: string; readonly limit: number },
): Outcome<ReadonlyMap<string, Uint8Array>> {
  const inflated = inflate(bytes, entries, limit);
  if (!isArchiveFault(inflated)) return { value: inflated, problems: [] };
  const problems = {
    bomb: () => bomb(file, limit, inflated.fault === 'bomb' ? inflated.declared : null),
    broken: () => broken(file),
    encrypted: () => encrypted(file),
  };
  return { value: null, problems: [problems[inflated.fault]()] };
}

export function broken(file: string): Problem {
  const hint = 'Open it in the program that made it and save it again.';
  return problem('intake/broken', { message: 'The file is damaged and cannot be read.', place: { file }, hint });
}

export function encrypted(file: string): Problem {
  const hint = 'Open it with its password and save it without one.';
  return problem('intake/encrypted', { message: 'The file is protected by a password.', place: { file }, hint });
}

function bomb(file: string, limit: number, received: number | null): Problem {
  return problem('intake/bomb', {
    message: 'The file unpacks to more than a document ever would.',
    place: { file },
    allowed: `${Math.floor(limit / 1024 / 1024)} MB unpacked`,
    ...(received === null ? {} : { received: `${Math.ceil(received / 1024 / 1024)} MB` }),
    hint: 'Do not trust this file; if it is your own, leave its pictures out and save it again.',
  });
}
