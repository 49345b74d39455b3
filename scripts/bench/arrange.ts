/**
 * What it costs to choose among layouts: the stages deck and layout, and all stages, of one deck whose template names one layout for each slide, and of
 * one that lets Lectern choose among three ways. Runs alternate in one process, and medians are compared.
 */
import { join } from 'node:path';
import { unwrap } from '../../src/core/base/errors.ts';
import type { Pack } from '../../src/core/template/types.ts';
import { loadFonts } from '../../src/workspace/fonts.ts';
import { loadPack } from '../../src/workspace/packs.ts';
import { benchDeck } from './article.ts';
import { median, table } from './report.ts';
import { runStages, type Stage } from './stages.ts';

const SIZES = [20, 100];
const RUNS = 9;
const root = process.cwd();

/** The same words as the pack's own `words`, in three ways. */
const CHOICE = `<arrange topic="{{key}}" section="{{heading}}">
  <h2>{{headline.text}}</h2>
  <block name="summary">{{#if summary}}<p slot="lead">{{rich summary}}</p>{{/if}}</block>
  <block name="words">
    {{#each blocks}}
      {{#if paragraph}}<p>{{rich paragraph}}</p>{{/if}}
      {{#if points}}{{> block/points topic=../isTopic}}{{/if}}
    {{/each}}
  </block>
  {{> notes lines=notes refs=refs}}
  <option><section layout="points | points-wide | text" kind="points"><use block="summary"/><use block="words"/></section></option>
</arrange>`;

const LAYOUT_STAGES: readonly Stage[] = ['deck', 'layout'];

export async function arrangeReport(): Promise<string> {
  const plain = unwrap(await loadPack(join(root, 'templates', 'policy-brief')));
  const choosing: Pack = { ...plain, partials: new Map([...plain.partials, ['words', CHOICE]]) };
  const fonts = await loadFonts(join(root, 'dist', 'fonts'));
  const rows: string[][] = [['slides', 'deck and layout (ms)', 'with the choice', 'ratio', 'all stages (ms)', 'with the choice', 'ratio']];
  for (const size of SIZES) {
    const deck = benchDeck(size);
    const times: Record<'plain' | 'choosing', { some: number[]; all: number[] }> = {
      plain: { some: [], all: [] },
      choosing: { some: [], all: [] },
    };
    // The first of each warms up.
    for (let run = 0; run <= RUNS; run += 1) {
      for (const [name, pack] of [
        ['plain', plain],
        ['choosing', choosing],
      ] as const) {
        const made = (await runStages(deck, pack, fonts)).times;
        if (run === 0) continue;
        times[name].some.push(LAYOUT_STAGES.reduce((sum, stage) => sum + made[stage], 0));
        times[name].all.push(Object.values(made).reduce((a, b) => a + b, 0));
      }
    }
    const pair = (which: 'some' | 'all'): string[] => {
      const [before, after] = [median(times.plain[which]), median(times.choosing[which])];
      return [before.toFixed(0), after.toFixed(0), (after / before).toFixed(2)];
    };
    rows.push([String(size), ...pair('some'), ...pair('all')]);
  }
  return table(rows);
}
