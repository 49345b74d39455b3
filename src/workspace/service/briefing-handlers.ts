import type { Handlers } from '../../api/contract.ts';
import type { briefingCommands } from '../../api/schemas/briefing.ts';
import { unwrap } from '../../core/base/errors.ts';
import { briefingWithTimes, deckTimes, itemTimes, readTimes } from '../../core/briefing/index.ts';
import { isBriefing } from './briefings.ts';
import type { Session } from './session.ts';

type BriefingCommand = Exclude<keyof typeof briefingCommands, 'image.add'>;

/** What is done with briefings' files. `here`: the open workspace; `noteBriefing`: this one is shown now. */
export function briefingHandlers(
  here: () => Promise<Session>,
  noteBriefing: (session: Session, file: string) => void,
): Handlers<BriefingCommand> {
  return {
    'briefing.list': async () => ({ briefings: await (await here()).briefings.list() }),
    'briefing.read': async ({ file }) => {
      const s = await here();
      const read = await s.briefings.read(file);
      noteBriefing(s, file);
      return read;
    },
    'briefing.save': async ({ file, briefing, basedOn, sent }) => {
      const { briefings, channel } = await here();
      const hash = await briefings.save(file, briefing, basedOn, sent);
      // Other windows show the same file; the one that saved knows the hash.
      channel.emit({ name: 'briefing', payload: { file, hash } });
      return { hash };
    },
    'briefing.create': async ({ name, briefing }) => {
      const s = await here();
      const read = await s.briefings.create(name, briefing);
      noteBriefing(s, read.file);
      await s.check();
      return read;
    },
    'briefing.rename': async ({ file, name }) => {
      const s = await here();
      const renamed = await s.briefings.rename(file, name);
      noteBriefing(s, renamed);
      await s.check();
      return { file: renamed };
    },
    'briefing.times': ({ briefing, name, text }) => {
      const times = unwrap(readTimes(text, name));
      const items = itemTimes(briefing, times).map(({ index, minutes }) => ({ index, minutes }));
      const slides = deckTimes(times).map(({ slide, seconds }) => ({ slide, seconds }));
      return { items, slides, problems: [...briefingWithTimes(briefing, times, name).problems] };
    },
    'briefing.duplicate': async ({ file, again }) => {
      const s = await here();
      const read = await s.briefings.duplicate(file, again);
      noteBriefing(s, read.file);
      await s.check();
      return read;
    },
    'briefing.remove': async ({ file }) => {
      const s = await here();
      const { id, title, deleted } = await s.briefings.remove(file);
      // Whoever else has it open is told that its file is gone.
      s.channel.emit({ name: 'briefing', payload: { file, hash: null } });
      await s.check();
      return { id, file, title, deleted };
    },
    'bin.list': async () => ({
      deleted: (await (await here()).bin.list()).map(({ id, file, title, deleted }) => ({ id, file, title, deleted })),
    }),
    'bin.restore': async ({ id }) => {
      const s = await here();
      const { entry } = await s.bin.read(id);
      const file = await (isBriefing(entry.file) ? s.briefings : s.articles).restore(id);
      await s.check();
      return { file };
    },
    'bin.empty': async ({ ids }) => {
      const { bin } = await here();
      for (const id of ids) await bin.drop(id);
      return {};
    },
    'draft.save': async ({ file, briefing, basedOn, sent }) => {
      await (await here()).briefings.saveDraft(file, briefing, basedOn, sent);
      return {};
    },
    'draft.drop': async ({ file }) => {
      await (await here()).drafts.drop(file);
      return {};
    },
  };
}
