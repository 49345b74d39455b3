import type { Answer, Payload } from '../../api/contract.ts';
import { distinct } from '../../core/base/distinct.ts';
import type { Problem } from '../../core/base/errors.ts';
import { problemsOfError } from '../../api/problems.ts';
import type { Sources } from '../build.ts';
import type { PreviewRequest, Work } from '../work/types.ts';
import type { Library } from './library/index.ts';
import { gather } from './sources.ts';
import type { Templates } from './templates.ts';

type Rendered = Answer<'preview.render'>;

export interface Previews {
  readonly render: (request: Payload<'preview.render'>) => Promise<Rendered>;
  /** The slides of a topic that is on no disk yet, the only one of its sources' briefing; no others. */
  readonly topic: (sources: Sources, asked: Pick<PreviewRequest['asked'], 'channel' | 'since'>) => Promise<Rendered>;
  readonly font: (id: string) => Answer<'preview.font'> | null;
}

export interface PreviewOptions {
  readonly root: string;
  readonly library: () => Library;
  readonly templates: () => Templates;
  readonly work: Work;
  /** Bytes of fonts that threads have told; they outlive a workspace, as the threads do. */
  readonly files: Map<string, Uint8Array>;
}

/** Whose a channel is: `WINDOW/…`. */
function ownerOf(channel: string): string {
  return channel.split('/')[0] ?? channel;
}

/** Gathers what previews are made of; they are made in a thread that can be ended. */
export function openPreviews({ root, library, templates, work, files }: PreviewOptions): Previews {
  const rendered = async (
    { briefing, file, shown, name, problems: found }: Omit<Sources, 'articles' | 'placeOf'>,
    rest: Omit<PreviewRequest, 'sources' | 'pack'>,
    missing: readonly Problem[],
  ): Promise<Rendered> => {
    const problems = [...missing, ...found];
    const sources = { briefing, file, shown, name };
    try {
      const pack = await templates().place(briefing.template);
      const made = await work.run(ownerOf(rest.asked.channel), 'preview', { ...rest, sources, pack }, shown);
      for (const [id, bytes] of made.bytes) files.set(id, bytes);
      const { deck, reasons } = made;
      return { deck, problems: distinct([...problems, ...made.problems]), ...(reasons && { reasons }) };
    } catch (error) {
      return { deck: null, problems: distinct([...problems, ...problemsOfError(error)]) };
    }
  };

  return {
    render: async ({ briefing, file, channel, since, limit, explain }) => {
      const { sources, articles: known, kept, missing } = await gather(briefing, file, { library: library(), root });
      const articles = [...known].map(([id, { file: path, shown, state }]) => [id, { file: path, shown, state }] as const);
      return rendered(
        sources,
        { articles, asked: { channel, since, limit, ...(explain !== undefined && { explain }) }, items: briefing.items, kept, only: null },
        missing,
      );
    },
    topic: (sources, asked) => {
      const { items } = sources.briefing;
      return rendered(sources, { articles: [...sources.articles], asked: { ...asked, limit: null }, items, kept: [0], only: 0 }, []);
    },
    font: (id) => {
      const bytes = files.get(id);
      return bytes ? { data: Buffer.from(bytes).toString('base64') } : null;
    },
  };
}
