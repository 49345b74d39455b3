import { ingest } from '../../core/intake/index.ts';
import { problem } from '../../core/base/errors.ts';
import { problemsOfError } from '../../api/problems.ts';
import type { IntakeRequest } from '../intake/run.ts';
import { openCMaps } from '../cmaps.ts';
import { createPeer } from '../rpc.ts';
import { parentWire } from './wires.ts';

/** Milliseconds. Somewhere it is tomorrow already. */
const DAY = 86_400_000;

/** Takes in the one file it is asked for, with the character maps below the folder of fonts. What it has used up by then is given back with the thread. */
export function runIntakeWorker(fonts: string): void {
  const pdf = openCMaps(fonts);
  const peer = createPeer(parentWire(), {
    serve: async (_, payload) => {
      const { bytes, name, declaredType, charset } = payload as IntakeRequest;
      try {
        const value = await ingest(bytes, {
          name,
          pdf,
          latest: new Date(Date.now() + DAY).toISOString().slice(0, 10),
          ...(declaredType === null ? {} : { declaredType }),
          ...(charset === null ? {} : { charset }),
          onProgress: (progress) => peer.emit(progress),
        });
        return { ok: true, value };
      } catch (error) {
        return { ok: false, problems: isTooDeep(error) ? [tooDeep(name)] : problemsOfError(error) };
      }
    },
  });
}

/** A library that goes down into what it reads, past the depth that is looked for beforehand. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}

function tooDeep(name: string): ReturnType<typeof problem> {
  return problem('intake/too-deep', {
    message: 'What the file is made of lies too deep inside each other.',
    place: { file: name },
    hint: 'Save it as plain text and take that in.',
  });
}
