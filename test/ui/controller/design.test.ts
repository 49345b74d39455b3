import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../src/ui/controller/context.ts';
import { createDesigns, type Designs } from '../../../src/ui/controller/design.ts';
import { FIRST } from '../../../src/ui/state/app.ts';
import type { Designing } from '../../../src/ui/state/design.ts';
import { createStore } from '../../../src/ui/store.ts';
import { createSync } from '../../../src/ui/sync.ts';
import type { Design, DesignChange, Problem } from '../../../src/ui/types.ts';
import { fakeClient, turn, type Asked } from '../../support/fake-client.ts';

const design = (accent1: string, heading = 'Georgia'): Design => ({
  colors: { light: { accent1 }, dark: { accent1: '#222222' } },
  fonts: { heading, body: 'Arial' },
  unreadable: [],
});
const answerOf = (of: Design) => ({ template: { name: 'a', title: 'A' }, design: of });
const accent = (value: string): DesignChange => ({ at: 'light', name: 'accent1', value });
const fault: Problem = { code: 'pack/yaml', severity: 'error', message: 'no YAML', hint: 'mend' };

let context: Context;
let asked: Asked[];
let designs: Designs;
const shown = (): Designing => context.store.get().designing;
const sent = (): unknown[] => asked.flatMap(({ command, payload }) => (command === 'template.redesign' ? [payload] : []));
const last = (): Asked => asked.at(-1) ?? expect.fail('nothing was asked');

beforeEach(async () => {
  const fake = fakeClient();
  asked = fake.asked;
  const nothing = (): void => undefined;
  context = {
    client: fake.client,
    store: createStore(FIRST),
    sync: createSync(fake.client, { onMissed: nothing, onOther: nothing, onFailed: nothing }),
  };
  designs = createDesigns(context, () => Promise.resolve());
  designs.open('a');
  last().answer(answerOf(design('#111111')));
  await turn();
});

describe('colours and fonts that are changed by looking', () => {
  it('are sent one after another, and of what a picker told meanwhile the last', async () => {
    designs.change(accent('#333333'));
    designs.change(accent('#444444'));
    designs.change(accent('#555555'));
    expect(sent()).toEqual([{ name: 'a', changes: [accent('#333333')] }]);
    last().answer(answerOf(design('#333333')));
    await turn();
    expect(shown().design).toEqual(design('#555555'));
    expect(sent().at(-1)).toEqual({ name: 'a', changes: [accent('#555555')] });
    last().answer(answerOf(design('#555555')));
    await turn();
    expect([shown().past.length, shown().saved]).toEqual([1, design('#555555')]);
  });

  it('go to the template that they were changed in, though another is open by then', async () => {
    designs.change(accent('#333333'));
    const first = last();
    designs.change(accent('#444444'));
    designs.open('b');
    last().answer(answerOf(design('#AAAAAA')));
    await turn();
    designs.change(accent('#BBBBBB'));
    first.answer(answerOf(design('#333333')));
    await turn();
    last().answer(answerOf(design('#444444')));
    await turn();
    expect(sent()).toEqual([
      { name: 'a', changes: [accent('#333333')] },
      { name: 'a', changes: [accent('#444444')] },
      { name: 'b', changes: [accent('#BBBBBB')] },
    ]);
    expect(shown().design).toEqual(design('#BBBBBB'));
  });

  it('wait while nobody answers, and are sent when somebody does', async () => {
    designs.change(accent('#333333'));
    last().refuse(null);
    await turn();
    designs.change({ at: 'fonts', name: 'heading', value: 'Arial' });
    expect([context.store.get().connection, sent().length, shown().design]).toEqual(['gone', 1, design('#333333', 'Arial')]);
    context.store.set((state) => ({ ...state, connection: 'here' }));
    await turn();
    expect(sent().at(-1)).toEqual({ name: 'a', changes: [accent('#333333'), { at: 'fonts', name: 'heading', value: 'Arial' }] });
  });

  it('are shown as the file says them where they were refused, with why', async () => {
    designs.change(accent('#333333'));
    last().refuse([fault]);
    await turn();
    expect(shown()).toMatchObject({ design: design('#111111'), past: [], problems: [fault] });
  });

  it('are not taken back by an answer to what was asked before', async () => {
    designs.refresh();
    const early = last();
    designs.change(accent('#333333'));
    early.answer(answerOf(design('#111111')));
    await turn();
    expect([shown().design, shown().past.length]).toEqual([design('#333333'), 1]);
  });

  it('of somebody else are never taken back by Undo', async () => {
    for (const change of [accent('#333333'), { at: 'fonts', name: 'heading', value: 'Arial' } as const]) {
      designs.change(change);
      last().answer(answerOf(shown().design ?? design('')));
      await turn();
    }
    designs.refresh();
    last().answer(answerOf(design('#777777', 'Arial')));
    await turn();
    designs.undo();
    expect(sent().at(-1)).toEqual({ name: 'a', changes: [{ at: 'fonts', name: 'heading', value: 'Georgia' }] });
    designs.undo();
    expect([shown().design, sent().length]).toEqual([design('#777777'), 3]);
  });
});
