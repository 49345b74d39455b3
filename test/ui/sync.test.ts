import { describe, expect, it } from 'vitest';
import { createClient, type Transport } from '../../src/api/client.ts';
import type { AppEvent, Envelope, Stamp } from '../../src/api/contract.ts';
import { createSync, type Ask } from '../../src/ui/sync.ts';

type Briefings = Extract<AppEvent, { name: 'briefings' }>['payload']['briefings'];

const A = 'epoch-a';
const B = 'epoch-b';

function list(...names: string[]): Briefings {
  return names.map((file) => ({ file, title: file, date: null, items: 0, modified: 0, broken: false }));
}

interface Bench {
  readonly ask: Ask;
  readonly begin: (epoch: string, revision: number) => void;
  /** Gives the oldest question its answer. */
  readonly answer: (epoch: string, revision: number, ...names: string[]) => Promise<void>;
  /** An event of the part: its new state. */
  readonly say: (epoch: string, revision: number, ...names: string[]) => void;
  /** An event of something else. */
  readonly sayOther: (epoch: string, revision: number) => void;
  readonly hello: (last: Stamp | null) => void;
  readonly shown: () => readonly string[];
  /** Questions that wait for an answer. */
  readonly asked: () => number;
  readonly missed: () => number;
  readonly other: () => number;
  readonly failed: () => readonly unknown[];
  readonly stale: () => number;
  readonly refuse: () => Promise<void>;
}

/** One part on a transport that does what the test says, in the order it says. */
function bench(): Bench {
  const listeners = new Set<(event: AppEvent) => void>();
  const questions: ((envelope: Envelope) => void)[] = [];
  let [missed, other, stale] = [0, 0, 0];
  const failed: unknown[] = [];
  let shown: readonly string[] = [];
  const transport: Transport = {
    call: () => new Promise((resolve) => questions.push(resolve)),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const sync = createSync(createClient(transport), {
    onMissed: () => (missed += 1),
    onOther: () => (other += 1),
    onFailed: (error) => failed.push(error),
  });
  const show = ({ briefings }: { briefings: Briefings }): void => void (shown = briefings.map(({ file }) => file));
  const ask = sync.part({ command: 'briefing.list', event: 'briefings', take: show, apply: show });
  sync.on('stale', () => (stale += 1));
  const tell = (event: AppEvent): void => listeners.forEach((listener) => listener(event));
  const reply = async (envelope: Envelope): Promise<void> => {
    const question = questions.shift();
    if (!question) throw new Error('nothing was asked');
    question(envelope);
    for (let n = 0; n < 10; n += 1) await Promise.resolve();
  };
  return {
    ask,
    begin: (epoch, revision) => sync.begin({ epoch, revision }),
    answer: (epoch, revision, ...names) => reply({ ok: true, value: { briefings: list(...names) }, at: { epoch, revision } }),
    refuse: () => reply({ ok: false, problems: [] }),
    say: (epoch, revision, ...names) => tell({ name: 'briefings', payload: { briefings: list(...names) }, at: { epoch, revision } }),
    sayOther: (epoch, revision) => tell({ name: 'stale', payload: { reason: 'article' }, at: { epoch, revision } }),
    hello: (last) => tell({ name: 'hello', payload: { last } }),
    shown: () => shown,
    asked: () => questions.length,
    missed: () => missed,
    other: () => other,
    failed: () => failed,
    stale: () => stale,
  };
}

/** A window at revision 5 of A that shows “one”. */
async function settled(): Promise<Bench> {
  const line = bench();
  line.hello({ epoch: A, revision: 5 });
  line.begin(A, 5);
  void line.ask();
  await line.answer(A, 5, 'one');
  return line;
}

describe('a part', () => {
  it('is what was answered, then what events say', async () => {
    const line = await settled();
    line.say(A, 6, 'one', 'two');
    expect(line.shown()).toEqual(['one', 'two']);
  });

  it('is not put back by an answer that arrives after the event that is newer', async () => {
    const line = bench();
    line.hello({ epoch: A, revision: 5 });
    line.begin(A, 5);
    const asked = line.ask();
    line.say(A, 6, 'one', 'two');
    expect(line.shown()).toEqual([]);
    await line.answer(A, 5, 'one');
    expect([line.shown(), await asked, line.asked()]).toEqual([['one', 'two'], true, 0]);
  });

  it('is not put back by an event that arrives after the answer that includes it', async () => {
    const line = bench();
    line.hello({ epoch: A, revision: 5 });
    line.begin(A, 5);
    void line.ask();
    await line.answer(A, 8, 'one', 'two', 'three');
    line.say(A, 6, 'one');
    line.say(A, 7, 'one', 'two');
    line.sayOther(A, 8);
    expect([line.shown(), line.asked(), line.missed()]).toEqual([['one', 'two', 'three'], 0, 0]);
    line.say(A, 9, 'four');
    expect(line.shown()).toEqual(['four']);
  });

  it('is asked for again where an event is missing, and keeps what comes meanwhile', async () => {
    const line = await settled();
    line.say(A, 8, 'eight');
    expect([line.asked(), line.missed()]).toEqual([1, 1]);
    line.say(A, 9, 'nine');
    await line.answer(A, 8, 'eight');
    expect([line.shown(), line.asked()]).toEqual([['nine'], 0]);
  });

  it('is asked for once more where the answer is older than what is missing', async () => {
    const line = bench();
    line.begin(A, 2);
    const asked = line.ask();
    line.hello({ epoch: A, revision: 7 });
    await line.answer(A, 4, 'old');
    expect(line.asked()).toBe(1);
    await line.answer(A, 7, 'new');
    expect([line.shown(), await asked, line.asked()]).toEqual([['new'], true, 0]);
  });

  it('asked for while it is being asked for is asked for again: the first answer may be from before', async () => {
    const line = await settled();
    const [first, second] = [line.ask(), line.ask()];
    expect(line.asked()).toBe(1);
    await line.answer(A, 5, 'before');
    expect(line.asked()).toBe(1);
    await line.answer(A, 5, 'after');
    expect([line.shown(), await first, await second]).toEqual([['after'], true, true]);
  });

  it('keeps only so many events waiting, and asks once more instead', async () => {
    const line = bench();
    line.hello({ epoch: A, revision: 0 });
    line.begin(A, 0);
    void line.ask();
    for (let revision = 1; revision <= 700; revision += 1) line.say(A, revision, `event ${revision}`);
    await line.answer(A, 0, 'nothing');
    expect(line.asked()).toBe(1);
    await line.answer(A, 700, 'all');
    expect([line.shown(), line.asked()]).toEqual([['all'], 0]);
  });

  it('says so where asking again is refused, and is asked for at the next gap', async () => {
    const line = await settled();
    line.say(A, 9, 'nine');
    await line.refuse();
    expect([line.failed().length, line.asked()]).toEqual([1, 0]);
    line.say(A, 12, 'twelve');
    await line.answer(A, 12, 'twelve');
    expect(line.shown()).toEqual(['twelve']);
  });
});

describe('a stream that is opened again', () => {
  it('after nothing was said costs nothing', async () => {
    const line = await settled();
    line.say(A, 6, 'six');
    line.hello({ epoch: A, revision: 6 });
    expect([line.asked(), line.missed(), line.other()]).toEqual([0, 0, 0]);
    line.say(A, 7, 'seven');
    expect([line.shown(), line.asked()]).toEqual([['seven'], 0]);
  });

  it('after something was said has everything looked at again', async () => {
    const line = await settled();
    line.hello({ epoch: A, revision: 9 });
    expect([line.asked(), line.missed()]).toEqual([1, 1]);
    await line.answer(A, 9, 'nine');
    line.say(A, 10, 'ten');
    expect([line.shown(), line.asked(), line.missed()]).toEqual([['ten'], 0, 1]);
  });

  it('for the first time, later than the first answers, tells whether they are still true', async () => {
    const line = bench();
    line.begin(A, 3);
    void line.ask();
    await line.answer(A, 3, 'three');
    line.hello({ epoch: A, revision: 3 });
    expect(line.asked()).toBe(0);
    const late = bench();
    late.begin(A, 3);
    void late.ask();
    await late.answer(A, 3, 'three');
    late.hello({ epoch: A, revision: 4 });
    expect(late.asked()).toBe(1);
  });

  it('by a service that was started anew, or has gone, is a case for entering anew', async () => {
    for (const last of [null, { epoch: B, revision: 3 }]) {
      const line = await settled();
      line.hello(last);
      expect([line.other(), line.asked()]).toEqual([1, 0]);
    }
  });
});

describe('another epoch', () => {
  it('in an event is told once, and the event is not taken', async () => {
    const line = await settled();
    line.say(B, 1, 'of another');
    line.sayOther(B, 2);
    expect([line.shown(), line.other(), line.stale()]).toEqual([['one'], 1, 0]);
  });

  it('in an answer is told, and the answer is not taken', async () => {
    const line = await settled();
    const asked = line.ask();
    await line.answer(B, 4, 'of another');
    expect([line.shown(), line.other(), await asked]).toEqual([['one'], 1, false]);
  });

  it('once entered throws away what the former still answers and says', async () => {
    const line = await settled();
    const former = line.ask();
    line.begin(B, 0);
    const asked = line.ask();
    await line.answer(A, 5, 'of the former');
    line.say(A, 6, 'of the former, late');
    line.say(B, 1, 'b');
    await line.answer(B, 0, 'nothing yet');
    expect([line.shown(), await former, await asked, line.asked()]).toEqual([['b'], false, true, 0]);
  });

  it('begins at its first event: what came before the first that is heard is missing', async () => {
    const line = await settled();
    line.begin(B, 0);
    void line.ask();
    await line.answer(B, 1, 'first');
    line.sayOther(B, 4);
    expect([line.asked(), line.missed()]).toEqual([1, 1]);
  });
});
