import { describe, expect, it } from 'vitest';
import { createClient, Refused, type Transport } from '../../src/api/client.ts';
import { COMMANDS, type AppEvent, type Handlers } from '../../src/api/contract.ts';
import { dispatch } from '../../src/api/dispatch.ts';
import { LecternError, problem } from '../../src/core/base/errors.ts';

const conflict = problem('file/conflict', { message: 'changed meanwhile', hint: 'Choose one.' });

const handlers: Handlers<'draft.drop' | 'preview.font'> = {
  'draft.drop': () => ({}),
  'preview.font': ({ id }) => {
    if (id === 'fault') throw new TypeError('x is not a function');
    if (id === 'conflict') throw new LecternError(conflict);
    return { data: id };
  },
};

describe('dispatch', () => {
  it('answers with the handler’s value', async () => {
    expect(await dispatch(handlers, 'preview.font', { id: 'a' })).toEqual({ ok: true, value: { data: 'a' } });
  });

  it.each(['nothing.here', 'constructor', '__proto__', 'app.start'])('refuses %s, which it does not have', async (command) => {
    expect(await dispatch(handlers, command, {})).toMatchObject({ ok: false, problems: [{ code: 'app/command' }] });
  });

  it.each([
    ['another type', { id: 7 }],
    ['nothing', undefined],
    ['a key too many', { id: 'a', extra: 1 }],
    ['a list', []],
  ])('refuses a payload that is %s, naming the command', async (_, payload) => {
    const envelope = await dispatch(handlers, 'preview.font', payload);
    expect(envelope).toMatchObject({
      ok: false,
      problems: [{ code: 'app/command', message: expect.stringContaining('preview.font') as string }],
    });
  });

  it.each([
    '../x.briefing.yaml',
    '/etc/x.yaml',
    'a\\b.yaml',
    'briefings/../../x.yaml',
    '.hidden/x.yaml',
    'c:/x.yaml',
    'briefings/x.md',
    'a//b.yaml',
    '',
  ])('refuses the briefing file %j, which is none of the workspace', async (file) => {
    expect(await dispatch(handlers, 'draft.drop', { file })).toMatchObject({ ok: false, problems: [{ code: 'app/command' }] });
  });

  it('hands on the problems of what was thrown', async () => {
    expect(await dispatch(handlers, 'preview.font', { id: 'conflict' })).toEqual({ ok: false, problems: [conflict] });
  });

  it('answers a fault of ours as one, without a stack', async () => {
    const envelope = await dispatch(handlers, 'preview.font', { id: 'fault' });
    expect(envelope).toMatchObject({ ok: false, problems: [{ code: 'app/fault' }] });
    expect(JSON.stringify(envelope)).not.toContain('dispatch.test');
  });
});

describe('the client', () => {
  const listeners = new Set<(event: AppEvent) => void>();
  const transport: Transport = {
    call: (command, payload) => dispatch(handlers, command, payload),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  it('throws the problems of a refusal', async () => {
    const refused = await createClient(transport)
      .call('preview.font', { id: 'conflict' })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect((refused as Refused).has('file/conflict')).toBe(true);
  });

  it('hears only the event it asked for, until it stops', () => {
    const heard: unknown[] = [];
    const stop = createClient(transport).on('stale', (payload) => heard.push(payload));
    const emit = (event: AppEvent): void => listeners.forEach((listener) => listener(event));
    emit({ name: 'opened', payload: { path: '/x' } });
    emit({ name: 'stale', payload: { reason: 'image' } });
    stop();
    emit({ name: 'stale', payload: { reason: 'article' } });
    expect(heard).toEqual([{ reason: 'image' }]);
  });
});

it('every command checks its payload strictly: a key it does not know is refused', () => {
  const loose = Object.entries(COMMANDS).filter(([, command]) =>
    command.payload.safeParse({ zzz: 1 }).error?.issues.every((issue) => issue.code !== 'unrecognized_keys'),
  );
  expect(loose.map(([name]) => name)).toEqual([]);
});
