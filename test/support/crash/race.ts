/**
 * A server with two windows, in each of which somebody saves again and again: `race.mjs FOLDER ROOT NAME SAVES SEED`. Each save adds a
 * word to the briefing's notes; words whose save was accepted are said on the output, and so are refusals by their codes.
 */
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Refused } from '../../../src/api/client.ts';
import { BRIEFING, start, type Started } from './work.ts';

const [folder = '', root = '', name = '', saves = '0'] = process.argv.slice(2);

async function window({ client }: Started, number: number): Promise<void> {
  for (let save = 0; save < Number(saves); save += 1) {
    const { briefing, hash } = await client.call('briefing.read', { file: BRIEFING });
    if (briefing === null) throw new Error('the briefing cannot be read');
    // As long as a person has it open, another may save.
    await wait(Math.random() * 4);
    const word = `${name}${number}-${save}`;
    const notes = { title: null, agenda: `${briefing.notes?.agenda ?? ''} ${word}`.trim(), sources: null };
    const changed = { ...briefing, notes };
    try {
      await client.call('briefing.save', { file: BRIEFING, briefing: changed, basedOn: hash });
      writeSync(1, `saved ${word}\n`);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      writeSync(1, `refused ${error.problems.map(({ code }) => code).join(' ')}\n`);
    }
  }
}

const started = await start(folder, root);
await Promise.all([window(started, 1), window(started, 2)]);
await started.close();
