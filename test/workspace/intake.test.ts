import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../src/api/client.ts';
import { COMMANDS, EVENTS, type Answer, type EventPayload } from '../../src/api/contract.ts';
import { applyUpdate } from '../../src/api/review.ts';
import type { ReviewItem, ReviewOperation, ReviewParts } from '../../src/api/schemas/intake-view.ts';
import { loadArticle } from '../../src/workspace/articles.ts';
import { sha256 } from '../../src/core/base/hash.ts';
import { FERRY, FERRY_LATER, OTHER_FERRY } from '../support/intake/texts.ts';
import { article, startService, type TestService } from '../support/service.ts';

type Whole = Answer<'intake.get'>;
/** “Паром” and two sentences on it, in koi8-r. */
const KOI8 =
  '8MHSz80KCvPP18XUINPPwtLBzNPRINTSxdTYxcfPIM3B0SDJIMfP18/SycwgzyDQwdLPzcUgws/M2NvFIN7B08EuIPDB0s/NIMjPxMnUIN7F0sXaINrBzMnXINMgMTk5OCDHz8TBLgo=';
const ID = 'ferry-to-aren-loses-its-night-crossing';

const PAGE = `<html><body><nav class="menu"><p>Home and news</p></nav><article><h1>Ferry to Aren Loses Its Night Crossing</h1>
${FERRY.split('\n\n')
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('')}<figcaption>The quay at night</figcaption></article></body></html>`;

/** An open workspace with one article that has nothing to do with it all. */
async function workspace(folder?: string): Promise<TestService & { readonly root: string }> {
  const service = await startService(folder === undefined ? {} : { folder });
  const root = join(service.folder, 'w');
  if (folder === undefined) await service.put('w/content/a.md', article('Article', { First: 'Sum.' }));
  await service.client.call('workspace.open', { path: root });
  return { ...service, root };
}

const pasted = (text: string, name = 'ferry.txt') =>
  ({ name, from: { kind: 'data', data: Buffer.from(text).toString('base64') }, declaredType: null, charset: null }) as const;

async function open(service: TestService, text: string, name?: string): Promise<EventPayload<'intake.done'>> {
  await service.client.call('intake.open', pasted(text, name));
  return service.next('intake.done');
}

/** Takes a text in and reads its review, checked against the contract. */
async function review(service: TestService, text = FERRY, name?: string): Promise<Whole> {
  const done = await open(service, text, name);
  expect(done).toMatchObject({ outcome: 'ready' });
  const whole = await service.client.call('intake.get', { review: done.review ?? '' });
  expect(COMMANDS['intake.get'].answer.parse(whole)).toEqual(whole);
  return whole;
}

/** A screen that follows a review by updates, as the app does. */
function screen(
  service: TestService,
  { id, parts: first }: Whole,
): {
  readonly parts: () => ReviewParts;
  readonly change: (operation: ReviewOperation) => Promise<ReviewParts>;
  readonly step: (command: 'intake.undo' | 'intake.redo') => Promise<ReviewParts>;
} {
  let parts = first;
  const take = (update: Answer<'intake.change'>): ReviewParts => {
    expect(COMMANDS['intake.change'].answer.parse(update)).toEqual(update);
    return (parts = applyUpdate(parts, update));
  };
  return {
    parts: () => parts,
    change: async (operation) => take(await service.client.call('intake.change', { review: id, since: parts.revision, operation })),
    step: async (command) => take(await service.client.call(command, { review: id, since: parts.revision })),
  };
}

const items = (parts: ReviewParts): ReviewItem[] =>
  parts.topics.flatMap((topic) => [...(topic.summary ? [topic.summary] : []), ...topic.items]);
const first = <K extends ReviewItem['kind']>(parts: ReviewParts, kind: K): Extract<ReviewItem, { kind: K }> => {
  const item = items(parts).find((other): other is Extract<ReviewItem, { kind: K }> => other.kind === kind);
  if (!item) throw new Error(`no ${kind}`);
  return item;
};
const codes = async (promise: Promise<unknown>): Promise<readonly string[]> =>
  promise.then(
    () => [],
    (error: unknown) => (error instanceof Refused ? error.problems.map(({ code }) => code) : [String(error)]),
  );
const save = (service: TestService, id: string, as: string | null = null, replace = false): Promise<Answer<'intake.save'>> =>
  service.client.call('intake.save', { review: id, id: as, replace });

describe('a review that two Lecterns have open', () => {
  it('has the steps of both', async () => {
    const one = await workspace();
    const whole = await review(one);
    const other = await startService({ folder: one.folder });
    await other.client.call('workspace.open', { path: one.root });
    const title = async (service: TestService, value: string): Promise<void> => {
      const { parts } = await service.client.call('intake.get', { review: whole.id });
      const operation = { kind: 'correct-field', field: 'title', value } as const;
      await service.client.call('intake.change', { review: whole.id, since: parts.revision, operation });
    };
    await title(one, 'First');
    await expect.poll(async () => (await other.client.call('intake.list', {})).reviews[0]?.title).toBe('First');
    await title(other, 'Second');
    await expect.poll(async () => (await one.client.call('intake.list', {})).reviews[0]?.title).toBe('Second');
    await one.client.call('intake.undo', { review: whole.id, since: 0 });
    expect((await one.client.call('intake.list', {})).reviews[0]?.title).toBe('First');
    await expect.poll(async () => (await other.client.call('intake.list', {})).reviews[0]?.title).toBe('First');
    await save(other, whole.id);
    expect((await one.client.call('intake.list', {})).reviews).toEqual([]);
    expect(await codes(save(one, whole.id))).toEqual(['file/missing']);
  });
});

describe('taking a file in', () => {
  it('answers at once, tells how far it is, and ends in a review', async () => {
    const service = await workspace();
    const { job } = await service.client.call('intake.open', pasted(FERRY));
    const done = await service.next('intake.done');
    expect(done).toMatchObject({ job, outcome: 'ready', problems: [] });
    const steps = service.events.flatMap((event) => (event.name === 'intake.progress' ? [event.payload] : []));
    expect(steps.map(({ step }) => step)).toEqual(expect.arrayContaining(['decode', 'read', 'topics', 'details']));
    for (const step of steps) expect(EVENTS['intake.progress'].parse(step)).toMatchObject({ job });
    expect(await service.next('reviews')).toMatchObject({ reviews: [{ id: done.review, name: 'ferry.txt', renews: null }] });
  });

  it('reads a file by its path and leaves it alone', async () => {
    const service = await workspace();
    const path = await service.put('ferry.txt', FERRY);
    await service.client.call('intake.open', { name: 'ferry.txt', from: { kind: 'path', path }, declaredType: null, charset: null });
    expect(await service.next('intake.done')).toMatchObject({ outcome: 'ready' });
    expect(await readFile(path, 'utf8')).toBe(FERRY);
  });

  it('takes pasted rich text by its declared type', async () => {
    const service = await workspace();
    const html = `<h1>A Title of Five Words</h1><p>The council met on 3 May 2024 and spoke of the ferry for an hour.</p><p>It will meet again in June, the clerk said.</p>`;
    await service.client.call('intake.open', { ...pasted(html, 'pasted'), declaredType: 'text/html' });
    const done = await service.next('intake.done');
    const whole = await service.client.call('intake.get', { review: done.review ?? '' });
    expect(whole.format).toBe('html');
    expect(whole.parts.fields.title?.value).toBe('A Title of Five Words');
  });

  it.each([
    ['an empty file', '', 'a.txt', 'intake/empty'],
    ['a file that only calls itself .docx', 'no document', 'a.docx', 'intake/broken'],
    ['an article that is structured already', '---\ntitle: A\n---\n\n## B\n\nWords. [¶1]\n', 'a.md', 'intake/structured'],
  ])('says why not: %s', async (_, text, name, code) => {
    const service = await workspace();
    expect(await open(service, text, name)).toMatchObject({ outcome: 'failed', review: null, problems: [{ code }] });
    expect((await service.client.call('intake.list', {})).reviews).toEqual([]);
  });

  it('says that a file is not there', async () => {
    const service = await workspace();
    const path = join(service.folder, 'nothing.txt');
    await service.client.call('intake.open', { name: 'nothing.txt', from: { kind: 'path', path }, declaredType: null, charset: null });
    expect(await service.next('intake.done')).toMatchObject({ outcome: 'failed', problems: [{ code: 'file/missing' }] });
  });

  it('can be cancelled, before its turn too', async () => {
    const service = await workspace();
    const jobs = [
      await service.client.call('intake.open', pasted(FERRY.repeat(200))),
      await service.client.call('intake.open', pasted(FERRY)),
    ];
    for (const { job } of jobs) await service.client.call('intake.cancel', { job });
    expect(await service.next('intake.done')).toMatchObject({ job: jobs[0]?.job, outcome: 'cancelled', review: null });
    expect(await service.next('intake.done')).toMatchObject({ job: jobs[1]?.job, outcome: 'cancelled', review: null });
    expect((await service.client.call('intake.list', {})).reviews).toEqual([]);
  });

  it('goes on with the review of a file that was begun', async () => {
    const service = await workspace();
    const whole = await review(service);
    await screen(service, whole).change({ kind: 'correct-field', field: 'publisher', value: 'The Aren Post' });
    const again = await review(service);
    expect(again.id).toBe(whole.id);
    expect(again.parts.fields.publisher?.value).toBe('The Aren Post');
  });

  it('reads a review from when boilerplate had another name', async () => {
    const service = await workspace();
    const whole = await review(service, PAGE, 'ferry.html');
    const found = whole.parts.blocks.findIndex(({ role }) => role === 'boilerplate');
    expect(found).toBeGreaterThanOrEqual(0);
    const body = whole.parts.blocks.findLastIndex(({ role }) => role === 'body');
    await screen(service, whole).change({ kind: 'set-role', block: body, role: 'boilerplate' });
    await service.close();
    const home = join(service.folder, 'home', 'reviews');
    const files = (await readdir(home, { recursive: true })).filter((name) => name.endsWith('.json'));
    for (const name of files) {
      const path = join(home, name);
      const old = (text: string): string => text.replaceAll('"role":"boilerplate"', '"role":"furniture"');
      const file = JSON.parse(await readFile(path, 'utf8')) as { drafts?: { hash: string; text: string } };
      if (file.drafts) file.drafts = { hash: sha256(old(file.drafts.text)), text: old(file.drafts.text) };
      await writeFile(path, old(JSON.stringify(file)));
    }
    const later = await workspace(service.folder);
    const again = await later.client.call('intake.get', { review: whole.id });
    expect([found, body].map((block) => again.parts.blocks[block]?.role)).toEqual(['boilerplate', 'boilerplate']);
  });
});

describe('a review', () => {
  it('shows the draft with every proposal tied to its paragraph, the least sure first', async () => {
    const { parts, ...whole } = await review(await workspace());
    expect(whole).toMatchObject({ name: 'ferry.txt', format: 'text', charset: 'utf-8', changes: [], problems: [] });
    expect(parts).toMatchObject({ saveAs: ID, language: 'en', direction: 'ltr', undo: null, redo: null });
    expect(parts.fields).toMatchObject({ title: { value: 'Ferry to Aren Loses Its Night Crossing' }, published: { value: '2024-05-03' } });
    expect(first(parts, 'quotation')).toMatchObject({ speaker: 'Omar Haddad', refs: [2], taken: true });
    const ids = new Set([...items(parts), ...parts.actors, ...parts.topics.map(({ heading }) => heading)].map(({ id }) => id));
    for (const id of parts.order) expect(ids.has(id) || id in parts.fields, id).toBe(true);
    for (const item of items(parts)) expect(item.refs.length).toBeGreaterThan(0);
  });

  it('warns of a hedge that a rewritten point has lost, and offers the shortest clause', async () => {
    const service = await workspace();
    const whole = await review(service);
    const { parts, change } = screen(service, whole);
    const at = parts().blocks.findIndex(({ text }) => text.startsWith('The operator'));
    const before = new Set(items(parts()).map(({ id }) => id));
    const point = items(await change({ kind: 'promote-sentence', block: at, sentence: 0 })).find(({ id }) => !before.has(id));
    expect(point).toMatchObject({ kind: 'point', state: 'accepted', refs: [3] });
    const id = point?.id ?? '';
    const text = 'The operator will bring the crossing back in 2026.';
    const weighed = await service.client.call('intake.weigh', { review: whole.id, item: id, text });
    expect(weighed.warnings).toEqual([expect.objectContaining({ kind: 'hedge-lost' })]);
    await change({ kind: 'rewrite-point', item: id, text });
    expect(items(parts()).find((item) => item.id === id)).toMatchObject({ text, refs: [3], warnings: [{ kind: 'hedge-lost' }] });
    await change({ kind: 'rewrite-point', item: id, text: `${text} It said so in a long statement that nobody had asked for at all.` });
    await change({ kind: 'take-clause', item: id });
    const short = items(parts()).find((item) => item.id === id);
    expect(short?.kind === 'point' ? short.text : '').toMatch(/reportedly/);
  });

  it('sends only what changed, and the screen has what a fresh look would give', async () => {
    const service = await workspace();
    const whole = await review(service);
    const { parts, change } = screen(service, whole);
    const quotation = first(parts(), 'quotation');
    const update = await service.client.call('intake.change', {
      review: whole.id,
      since: whole.parts.revision,
      operation: { kind: 'correct-quotation', item: quotation.id, change: { speaker: 'Ines Bo' } },
    });
    expect(update).toMatchObject({ blocks: [], fields: null, actors: null, undo: 'correct-quotation' });
    expect(update.topics.filter((topic) => typeof topic !== 'string')).toHaveLength(1);
    const folded = applyUpdate(whole.parts, update);
    for (const operation of [
      { kind: 'set-role', block: 4, role: 'boilerplate' },
      { kind: 'correct-field', field: 'tags', value: ['ferry', 'islands'] },
      { kind: 'set-state', ids: parts().order, state: 'accepted' },
    ] as const)
      await change(operation);
    const fresh = await service.client.call('intake.get', { review: whole.id });
    expect(parts()).toEqual(fresh.parts);
    expect(first(folded, 'quotation').speaker).toBe('Ines Bo');
    expect(fresh.parts.order).toEqual([]);
  });

  it('tells everything to a screen whose revision it does not know', async () => {
    const service = await workspace();
    const whole = await review(service);
    const operation = { kind: 'rename-topic', topic: whole.parts.topics[0]?.id ?? '', heading: 'Crossing' } as const;
    const update = await service.client.call('intake.change', { review: whole.id, since: 1, operation });
    expect(update.blocks).toHaveLength(whole.parts.blocks.length);
    expect(update.topics.every((topic) => typeof topic !== 'string')).toBe(true);
    expect(update.fields).not.toBeNull();
  });

  it('undoes all the way and does it all again', async () => {
    const service = await workspace();
    const whole = await review(service);
    const { parts, change, step } = screen(service, whole);
    const seen = [parts()];
    const figure = first(parts(), 'figure');
    const operations: ReviewOperation[] = [
      { kind: 'correct-field', field: 'title', value: 'Another title' },
      { kind: 'correct-figure', item: figure.id, change: { unit: 'people' } },
      { kind: 'set-state', ids: [figure.id], state: 'rejected' },
      { kind: 'set-role', block: parts().blocks.findLastIndex(({ role }) => role === 'body'), role: 'boilerplate' },
    ];
    for (const operation of operations) seen.push(await change(operation));
    const plain = (state: ReviewParts): unknown => ({ ...state, revision: 0, undo: null, redo: null });
    for (const before of seen.slice(0, -1).reverse()) expect(plain(await step('intake.undo'))).toEqual(plain(before));
    expect(parts()).toMatchObject({ undo: null, redo: 'correct-field' });
    const start = parts().revision;
    expect((await step('intake.undo')).revision).toBe(start);
    for (const after of seen.slice(1)) expect(plain(await step('intake.redo'))).toEqual(plain(after));
    expect(parts()).toMatchObject({ undo: 'set-role', redo: null });
  });

  it('changes nothing by a step that cannot be taken', async () => {
    const service = await workspace();
    const whole = await review(service);
    const { parts, change } = screen(service, whole);
    for (const operation of [
      { kind: 'rewrite-point', item: 'nobody', text: 'x' },
      { kind: 'split-topic', topic: 'nobody', block: 3 },
      { kind: 'rename-topic', topic: 'nobody', heading: 'x' },
      { kind: 'merge-topics', topic: 'a', into: 'b' },
      { kind: 'promote-sentence', block: 900, sentence: 4 },
      { kind: 'correct-event', item: 'nobody', change: { date: '2020' } },
      { kind: 'correct-actor', item: 'nobody', change: { name: 'x' } },
      { kind: 'restore-repeat', block: 0 },
      { kind: 'set-state', ids: ['nobody'], state: 'accepted' },
    ] as const)
      expect(await change(operation)).toEqual(whole.parts);
    expect(parts().undo).toBeNull();
  });

  it.each([
    ['published', '3 May 2024'],
    ['url', 'ftp://a.example'],
    ['language', 'English, mostly'],
  ] as const)('refuses a %s that no article can have', async (field, value) => {
    const service = await workspace();
    const whole = await review(service);
    const change = screen(service, whole).change({ kind: 'correct-field', field, value });
    expect(await codes(change)).toEqual(['intake/value']);
  });

  it('outlives a stop of the program, with its steps', async () => {
    const one = await workspace();
    const whole = await review(one);
    const { change, step } = screen(one, whole);
    await change({ kind: 'correct-field', field: 'publisher', value: 'The Aren Post' });
    await change({ kind: 'correct-field', field: 'bio', value: 'Ana Ruiz writes.' });
    const last = await step('intake.undo');
    await one.close();
    const two = await workspace(one.folder);
    const { reviews } = await two.client.call('intake.list', {});
    expect(reviews).toMatchObject([{ id: whole.id, title: 'Ferry to Aren Loses Its Night Crossing' }]);
    const again = await two.client.call('intake.get', { review: whole.id });
    expect(again.parts).toEqual({ ...last, revision: again.parts.revision });
    expect(again.parts).toMatchObject({ undo: 'correct-field', redo: 'correct-field' });
    expect(again.parts.revision).not.toBe(last.revision);
  });

  it('is not hindered by one that is damaged', async () => {
    const one = await workspace();
    const [first, second] = [await review(one), await review(one, OTHER_FERRY, 'film.txt')];
    await one.close();
    const folder = join(one.folder, 'home', 'reviews');
    const [place = ''] = await readdir(folder);
    const file = join(folder, place, first.id, 'beginning.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Omar', 'Amor'));
    const two = await workspace(one.folder);
    expect((await two.client.call('intake.list', {})).reviews.map(({ id }) => id)).toEqual([second.id]);
  });

  it('can be thrown away', async () => {
    const service = await workspace();
    const { id } = await review(service);
    await service.client.call('intake.drop', { review: id });
    expect((await service.client.call('intake.list', {})).reviews).toEqual([]);
    expect(await codes(service.client.call('intake.get', { review: id }))).toEqual(['file/missing']);
    expect(await readdir(join(service.root, 'content'))).toEqual(['a.md']);
  });

  it('shows the slides that a topic will make, and after a change only what is new', async () => {
    const service = await workspace();
    const whole = await review(service);
    const topic = whole.parts.topics[0]?.id ?? '';
    const ask = { review: whole.id, topic, template: null, options: {} };
    const { deck, problems } = await service.client.call('intake.preview', { ...ask, since: null });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(deck?.slides.length).toBeGreaterThan(0);
    expect(deck?.slides.every((slide) => slide.topic === deck.items[0]?.key)).toBe(true);
    expect(deck?.slides[0]?.markup?.html).toContain('night crossing');
    const again = await service.client.call('intake.preview', { ...ask, since: deck?.revision ?? null });
    expect(again.deck?.slides.every(({ markup }) => markup === null)).toBe(true);
    await screen(service, whole).change({ kind: 'rename-topic', topic, heading: 'A heading of its own' });
    const renamed = await service.client.call('intake.preview', { ...ask, since: deck?.revision ?? null });
    expect(renamed.deck?.slides[0]?.markup?.html).toContain('A heading of its own');
  });
});

describe('saving', () => {
  it('puts article, numbered text and original side by side, and the library has it', async () => {
    const service = await workspace();
    const whole = await review(service);
    const saved = await save(service, whole.id);
    expect(saved).toMatchObject({ article: ID, problems: [] });
    const content = join(service.root, 'content');
    expect(await readdir(content)).toEqual(['a.md', `${ID}.md`, `${ID}.original.txt`, `${ID}.source.txt`].sort());
    expect(await readFile(join(content, `${ID}.original.txt`), 'utf8')).toBe(FERRY);
    const { entry, problems } = await loadArticle(join(content, `${ID}.md`));
    expect(problems).toEqual([]);
    expect(entry?.source?.paragraphs).toHaveLength(4);
    const { articles } = await service.client.call('library.get', {});
    expect(articles.map(({ id }) => id)).toContain(ID);
    expect((await service.client.call('intake.list', {})).reviews).toEqual([]);
  });

  it('keeps what was accepted, leaves out what was rejected', async () => {
    const service = await workspace();
    const whole = await review(service);
    const { parts, change } = screen(service, whole);
    const quotation = first(parts(), 'quotation');
    await change({ kind: 'set-state', ids: items(parts()).map(({ id }) => id), state: 'rejected' });
    await change({ kind: 'set-state', ids: [quotation.id], state: 'accepted' });
    await save(service, whole.id, 'mine');
    const { entry } = await loadArticle(join(service.root, 'content', 'mine.md'));
    expect(
      entry?.article.topics.flatMap(({ summary, blocks }) => [...(summary ? ['summary'] : []), ...blocks.map(({ kind }) => kind)]),
    ).toEqual(['quotation']);
  });

  it.each(['a b', '../a', 'pack', ''])('refuses the id %j', async (id) => {
    const service = await workspace();
    expect(await codes(save(service, (await review(service)).id, id))).toEqual(['intake/value']);
  });

  it('does not write over another article or a file that is not its own, unless told to', async () => {
    const service = await workspace();
    const before = await readFile(join(service.root, 'content', 'a.md'), 'utf8');
    const { id } = await review(service);
    expect(await codes(save(service, id, 'a'))).toEqual(['file/exists']);
    await service.put('w/content/b.source.txt', 'Somebody’s own.');
    expect(await codes(save(service, id, 'b'))).toEqual(['file/exists']);
    expect(await readFile(join(service.root, 'content', 'a.md'), 'utf8')).toBe(before);
    expect(await readdir(join(service.root, 'content'))).toEqual(['a.md', 'b.source.txt']);
    await save(service, id, 'a', true);
    expect((await loadArticle(join(service.root, 'content', 'a.md'))).entry?.article.authors).toEqual(['Ana Ruiz']);
  });
});

describe('a newer version', () => {
  /** Saves the first version with an edit of the user's own. */
  async function saved(): Promise<TestService & { readonly root: string; readonly file: string }> {
    const service = await workspace();
    const whole = await review(service);
    const { parts, change } = screen(service, whole);
    await change({ kind: 'rename-topic', topic: parts().topics[0]?.id ?? '', heading: 'My own heading' });
    await save(service, whole.id);
    return { ...service, file: join(service.root, 'content', `${ID}.md`) };
  }

  it('keeps the user’s edits and the numbers, and tells what changed', async () => {
    const service = await saved();
    const before = (await loadArticle(service.file)).entry;
    const whole = await review(service, FERRY_LATER);
    expect(whole.renews).toEqual({ article: ID, title: 'Ferry to Aren Loses Its Night Crossing' });
    expect(whole.changes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['paragraph-added', 'paragraph-changed', 'paragraph-withdrawn', 'item-affected', 'field-differs']),
    );
    expect(whole.parts.topics[0]?.heading).toMatchObject({ value: 'My own heading', state: 'accepted', origin: 'saved' });
    expect(whole.parts.saveAs).toBe(ID);
    await save(service, whole.id);
    const after = (await loadArticle(service.file)).entry;
    expect(after?.article.topics[0]?.heading).toBe('My own heading');
    expect(after?.source?.paragraphs).toHaveLength((before?.source?.paragraphs.length ?? 0) + 1);
    expect(after?.source?.paragraphs[1]).toBe(before?.source?.paragraphs[1]);
    expect(await readFile(service.file.replace('.md', '.original.txt'), 'utf8')).toBe(FERRY_LATER);
  });

  it('is known by its original, whatever the user has called the article', async () => {
    const service = await saved();
    await writeFile(service.file, (await readFile(service.file, 'utf8')).replace(/^title: .*$/m, 'title: Quite another title'));
    await expect
      .poll(async () => (await service.client.call('library.get', {})).articles.map(({ title }) => title))
      .toContain('Quite another title');
    expect((await review(service)).renews).toMatchObject({ article: ID });
  });

  it('is not seen in another article of the same title; the user may say otherwise', async () => {
    const service = await saved();
    const whole = await review(service, OTHER_FERRY, 'film.txt');
    expect(whole.renews).toBeNull();
    expect(await codes(save(service, whole.id))).toEqual(['file/exists']);
    const renewed = await service.client.call('intake.renew', { review: whole.id, article: ID });
    expect(renewed.renews).toMatchObject({ article: ID });
    const own = await service.client.call('intake.renew', { review: whole.id, article: null });
    expect(own).toMatchObject({ renews: null, changes: [] });
    expect(own.parts).toEqual({ ...whole.parts, revision: own.parts.revision });
    expect(await codes(service.client.call('intake.renew', { review: whole.id, article: 'nothing' }))).toEqual([
      'briefing/article-missing',
    ]);
  });

  it('is read again in a character set that the user names; one that does not fit leaves the review as it is', async () => {
    const service = await workspace();
    // Koi8-r, which windows-1251 can be mistaken for: every byte is a letter in both.
    const koi8 = Buffer.from(KOI8, 'base64');
    await service.client.call('intake.open', { ...pasted('', 'parom.txt'), from: { kind: 'data', data: KOI8 }, charset: 'windows-1251' });
    const { review: id } = await service.next('intake.done');
    const wrong = await service.client.call('intake.get', { review: id ?? '' });
    expect(wrong).toMatchObject({ charset: 'windows-1251', bytes: koi8.length });
    expect(wrong.parts.fields.title?.value).not.toBe('Паром');
    expect(await codes(service.client.call('intake.reread', { review: wrong.id, charset: 'utf-8' }))).toEqual(['intake/charset']);
    expect(await codes(service.client.call('intake.reread', { review: wrong.id, charset: 'klingon-8' }))).toEqual(['intake/charset']);
    expect(await service.client.call('intake.get', { review: wrong.id })).toMatchObject({ charset: 'windows-1251' });
    const right = await service.client.call('intake.reread', { review: wrong.id, charset: 'koi8-r' });
    expect(right).toMatchObject({ id: wrong.id, charset: 'koi8-r', name: 'parom.txt' });
    expect(right.parts.fields.title?.value).toBe('Паром');
    expect((await service.client.call('intake.list', {})).reviews).toHaveLength(1);
  });

  it('is left as it is where it goes on or ends while it is read again', async () => {
    const service = await workspace();
    await service.client.call('intake.open', { ...pasted('', 'parom.txt'), from: { kind: 'data', data: KOI8 }, charset: 'koi8-r' });
    const { review: id } = await service.next('intake.done');
    const whole = await service.client.call('intake.get', { review: id ?? '' });
    const heading = whole.parts.topics[0]?.heading.id ?? '';
    const reread = codes(service.client.call('intake.reread', { review: whole.id, charset: 'windows-1251' }));
    const operation = { kind: 'set-state', ids: [heading], state: 'accepted' } as const;
    await service.client.call('intake.change', { review: whole.id, since: whole.parts.revision, operation });
    expect(await reread).toEqual(['intake/charset']);
    const after = await service.client.call('intake.get', { review: whole.id });
    expect(after).toMatchObject({ charset: 'koi8-r', parts: { topics: [{ heading: { state: 'accepted' } }] } });
    const again = codes(service.client.call('intake.reread', { review: whole.id, charset: 'windows-1251' }));
    await service.client.call('intake.drop', { review: whole.id });
    expect(await again).toHaveLength(1);
    expect((await service.client.call('intake.list', {})).reviews).toEqual([]);
  });

  it('does not write over what was changed meanwhile', async () => {
    const service = await saved();
    const whole = await review(service, FERRY_LATER);
    const edited = `${await readFile(service.file, 'utf8')}\n- My afterthought.\n`;
    await writeFile(service.file, edited);
    expect(await codes(save(service, whole.id))).toEqual(['file/conflict']);
    expect(await readFile(service.file, 'utf8')).toBe(edited);
    await save(service, whole.id, 'ferry-two');
    expect((await loadArticle(service.file.replace(ID, 'ferry-two'))).entry?.article.source).toBe('ferry-two.source.txt');
    expect(await readFile(service.file, 'utf8')).toBe(edited);
  });
});
