import { describe, expect, it } from 'vitest';
import { ingest } from '../../../../src/core/intake/index.ts';
import { takeClause, weighPoint } from '../../../../src/core/intake/review/weigh.ts';
import type { Draft, PointItem } from '../../../../src/core/intake/types.ts';

const TEXT = [
  'A quiet border',
  'By Ana Ruiz',
  'Officials met in the capital, where unconfirmed reports say that the army plans to move up to 200 guns to the north. The minister did not comment.',
  'The harbour was open on Monday. Ships came and went as they had in other weeks of the year.',
].join('\n\n');

async function pointAbout(words: string): Promise<{ draft: Draft; point: PointItem }> {
  const { value } = await ingest(new TextEncoder().encode(TEXT), { name: 'a.txt' });
  const points = value?.topics.flatMap((topic) => [...(topic.summary ? [topic.summary] : []), ...topic.items]) ?? [];
  const point = points.find((item): item is PointItem => item.kind === 'point' && item.text.includes(words));
  if (!value || !point) throw new Error(`no point about ${words}`);
  return { draft: value, point };
}

describe('a point against its source', () => {
  it('is offered the source’s clause where it has lost the hedge, however short it is', async () => {
    const { draft, point } = await pointAbout('200 guns');
    const { warnings, clause } = weighPoint(draft, point, 'The army will move 200 guns.');
    expect(warnings.map(({ kind }) => kind)).toContain('hedge-lost');
    expect(clause).toMatch(/unconfirmed reports.*up to 200 guns/);
  });

  it('takes the clause’s words and keeps its place in the source', async () => {
    const { draft, point } = await pointAbout('200 guns');
    const { clause } = weighPoint(draft, point);
    const taken = takeClause(draft, point.id);
    const after = taken.topics.flatMap((topic) => [topic.summary, ...topic.items]).find((item) => item?.id === point.id);
    if (clause === null) expect(taken).toBe(draft);
    else expect(after).toMatchObject({ text: clause, spans: point.spans });
  });

  it('is offered nothing where it is as short and says as much', async () => {
    const { draft, point } = await pointAbout('harbour');
    expect(weighPoint(draft, point, 'The harbour was open.')).toMatchObject({ clause: null });
  });
});
