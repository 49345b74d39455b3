import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { parseArticle, parseSourceText } from '../../src/core/article/index.ts';
import { appRunner, findings, order, type AppOptions, type RunningApp } from '../support/app.ts';
import { CHROMIUM, lacks } from '../support/chromium.ts';
import { seedArticle } from '../support/seed-article.ts';

const MOST_KEYSTROKES = 120;
const BRIEFING = 'briefings/one.briefing.yaml';
const FILES = { [BRIEFING]: 'title: South Caucasus\ntemplate: policy-brief\nitems: []\n', 'content/.keep': '' };
const ARTICLE = 'content/hesitant-steps-towards-a-south-caucasus-peace-deal';

const SHORT = `Grain waits on the quay

By Ana Ruiz

12 March 2024

Forty ships are waiting outside the port of Dorn, the harbour office said on 11 March 2024. The queue has doubled since February.

“We have never seen so many ships at once,” said Marta Oliveira, the harbour master. She reportedly asked the ministry for two more pilots.

Farmers may have to store the grain until summer. Prices could fall by 12 percent, according to the farmers' union.
`;

/** “Паром” and two sentences on it, in koi8-r. */
const KOI8 = [
  ...Buffer.from(
    '8MHSz80KCvPP18XUINPPwtLBzNPRINTSxdTYxcfPIM3B0SDJIMfP18/SycwgzyDQwdLPzcUgws/M2NvFIN7B08EuIPDB0s/NIMjPxMnUIN7F0sXaINrBzMnXINMgMTk5OCDHz8TBLgo=',
    'base64',
  ),
];

/** Drops files on the window, as a file manager would. */
async function drop(page: Page, ...files: readonly (readonly [name: string, content: string | readonly number[]])[]): Promise<void> {
  await page.evaluate((given) => {
    const data = new DataTransfer();
    for (const [name, content] of given) data.items.add(new File([typeof content === 'string' ? content : Uint8Array.from(content)], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);
}

vi.setConfig({ testTimeout: 150_000 });

/** Asserts what will be so in a while, on a busy machine too. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

/** Counts keys as they are pressed; text that is typed does not count. */
class Keyboard {
  count = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.count += 1;
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}

const reviewOpen = (page: Page): Promise<void> => page.locator('.structure-list').waitFor();

/** Starts the app in a workspace with an empty briefing and no articles. */
function empty(start: (options?: AppOptions) => Promise<RunningApp>) {
  return async (options: AppOptions = {}): Promise<RunningApp> => {
    const app = await start({ files: FILES, ...options });
    await app.page.getByText('No articles yet').waitFor();
    return app;
  };
}

/** The structure when it has stood still for half a second: on a slow machine the last steps are still on their way. */
async function settled(page: Page): Promise<string[]> {
  let before = await structure(page);
  for (let turn = 0; turn < 60; turn += 1) {
    await page.waitForTimeout(500);
    const now = await structure(page);
    if (JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
  return before;
}

/** What is selected, by its name and its tone. */
async function selected(page: Page): Promise<{ readonly kind: string; readonly tone: string; readonly words: string }> {
  const text = async (selector: string): Promise<string> => (await page.locator(selector).first().textContent()) ?? '';
  return {
    kind: await text('.selected-item-head h2'),
    tone: await text('.selected-item-head .tone'),
    words: await text('.entry.active .entry-text'),
  };
}

/** The dialog that saves is there, and Enter will save. */
async function dialogReady(page: Page): Promise<void> {
  await eventually(() =>
    page.evaluate(() => document.activeElement?.closest('[role="dialog"]') && document.activeElement.textContent),
  ).toBe('Save');
}

async function progress(page: Page): Promise<string> {
  return (await page.locator('.review-progress').textContent()) ?? '';
}

/** Every line of the structure with what became of it. */
async function structure(page: Page): Promise<string[]> {
  return page
    .locator('.entry')
    .evaluateAll((rows) => rows.map((row) => `${row.querySelector('.entry-state')?.textContent ?? ''}: ${row.textContent}`));
}

async function savedArticle({ workspace }: RunningApp, path: string) {
  const { value, problems } = parseArticle(await readFile(join(workspace, `${path}.md`), 'utf8'), {
    file: `${path}.md`,
    source: parseSourceText(await readFile(join(workspace, `${path}.source.txt`), 'utf8')),
  });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!value) throw new Error('unreadable');
  return value;
}

describe.skipIf(lacks('Chromium', CHROMIUM, 'review'))('the review of an article', () => {
  const start = empty(appRunner());

  it('goes from a file to a saved article and an exported deck with the keyboard alone', async () => {
    const app = await start();
    const { page, workspace } = app;
    const keys = new Keyboard(page);

    // choose the file
    await keys.press('Control+Shift+a');
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    const chooser = page.waitForEvent('filechooser');
    await keys.press('Enter');
    await (await chooser).setFiles({ name: 'peace.txt', mimeType: 'text/plain', buffer: Buffer.from(seedArticle()) });
    await reviewOpen(page);
    await eventually(() => page.locator('.folded').textContent()).toContain('9 repeated paragraphs');
    await page.frameLocator('.slide-frame').locator('#stage .slide').waitFor();

    expect(await progress(page)).toMatch(/^0 of /);

    // what is unsure comes first, one by one: the proposed headings get words of one's own
    const OWN_WORDS: Readonly<Record<string, string>> = {
      'Azerbaijan might be signaling a major shift': 'Azerbaijan may be turning from the West',
      'Azerbaijan claims eight villages': 'Three principles are reportedly agreed',
      'Azerbaijan sees French support': 'Two tracks compete, and Baku has doubts about one',
      'Occasional calls': 'Brussels irritates Baku',
      'Officials in Washington': 'Washington loses its part',
      'Russia has also been overtly supportive': 'Moscow leans to Baku',
    };
    const HEADINGS = Object.values(OWN_WORDS);
    const renamed: string[] = [];
    for (let looked = 0; looked < 40; looked++) {
      const { kind, tone, words } = await selected(page);
      if (tone !== 'unsure') break;
      if (kind === 'Heading') {
        const heading = Object.entries(OWN_WORDS).find(([proposed]) => words.startsWith(proposed))?.[1] ?? 'A topic';
        await keys.press('e');
        await keys.type(heading);
        await keys.press('Enter');
        await eventually(async () => (await selected(page)).words).toBe(heading);
        renamed.push(heading);
        await keys.press('n');
      } else await keys.press('a');
    }
    expect(renamed.toSorted()).toEqual(HEADINGS.toSorted());

    // the next in doubt is who published it: the name of a column, which goes
    expect(await selected(page)).toMatchObject({ kind: 'Publisher', words: 'Publisher Europe’s Edge' });
    await keys.press('x');

    // a point is rewritten: its hedge is missed, and one key brings the shortest clause that keeps it
    await keys.press('End', 'PageUp', 'PageUp');
    await eventually(async () => (await selected(page)).words).toBe(HEADINGS.at(-1));
    while (!(await selected(page)).words.includes('ballistic missiles')) await keys.press('ArrowDown');
    await keys.press('e');
    await keys.type('Armenia will transfer 200 missiles to Ukraine');
    await eventually(() => page.locator('.advice').textContent()).toContain('The source hedges this');
    expect(await page.locator('.advice').textContent()).toContain('unconfirmed');
    await keys.press('Enter', 'c');
    await eventually(async () => (await selected(page)).words).toContain('unconfirmed reports');
    await eventually(() => page.locator('.advice').textContent()).not.toContain('The source hedges this');

    // the rest of each topic, of the article's own data and of the actors
    await keys.press('n');
    for (let groups = 0; groups < 15 && !(await progress(page)).includes('All looked at'); groups++) await keys.press('Shift+A');
    await eventually(() => progress(page)).toContain('All looked at');

    // save, choose all its topics, export
    await keys.press('Control+s');
    await dialogReady(page);
    await keys.press('Enter');
    await page.locator('.tree-row.article.active').waitFor();
    await keys.press('Space');
    await eventually(() => order(page)).toEqual(HEADINGS);
    await keys.press('Control+e');
    await page.getByRole('dialog').waitFor();
    await keys.press('Enter');
    await page.locator('.files li').nth(1).waitFor({ timeout: 60_000 });

    process.stdout.write(`review of the sample article: ${keys.count} keystrokes (at most ${MOST_KEYSTROKES})\n`);
    expect(keys.count).toBeLessThanOrEqual(MOST_KEYSTROKES);

    const article = await savedArticle(app, ARTICLE);
    expect(article).toMatchObject({ authors: ['Emil Avdaliani'], published: '2023-11-21' });
    expect(article.topics.map(({ heading }) => heading)).toEqual(HEADINGS);
    const text = await readFile(join(workspace, `${ARTICLE}.md`), 'utf8');
    expect(text).toContain('unconfirmed reports');
    expect(text).not.toContain('publisher:');
    // The figure that was set aside, and that nobody accepted.
    expect(text).not.toMatch(/^\| at least one/m);
    expect((await readdir(join(workspace, 'content'))).length).toBe(4);
    const output = await readdir(join(workspace, 'output'));
    expect(output.map((name) => name.replace(/^.*\./, ''))).toEqual(expect.arrayContaining(['html', 'pptx']));
    const html = await readFile(join(workspace, 'output', output.find((name) => name.endsWith('.html')) ?? ''), 'utf8');
    expect(html).toContain('Moscow leans to Baku');
    expect(app.faults).toEqual([]);
  });

  it('shows on either side what belongs to what is selected or under the pointer on the other', async () => {
    const app = await start();
    const { page } = app;
    await drop(page, ['ships.txt', SHORT]);
    await reviewOpen(page);
    await page.locator('.entry').filter({ hasText: 'We have never seen' }).first().hover();
    await eventually(() => page.locator('.sentence mark').allTextContents()).toEqual([expect.stringContaining('We have never seen')]);
    await page.locator('.sentence').filter({ hasText: 'Prices could fall' }).hover();
    await eventually(() => page.locator('.entry.linked').count()).toBeGreaterThan(0);
    await page.mouse.move(700, 20);
    // by keyboard: into the source, and on to the sentence
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.sentence.active').textContent()).toContain('Prices could fall');
    await eventually(() => page.locator('.entry.linked').count()).toBeGreaterThan(0);
    expect(app.faults).toEqual([]);
  });

  it('splits, merges, promotes, moves, corrects; and undoes all the way, and redoes', async () => {
    const app = await start();
    const { page } = app;
    const press = async (...all: string[]): Promise<void> => {
      for (const key of all) await page.keyboard.press(key);
    };
    await drop(page, ['peace.txt', seedArticle()]);
    await reviewOpen(page);
    const first = await structure(page);
    const topics = page.locator('.entry.heading');
    const count = await topics.count();
    let steps = 0;

    // a topic from a paragraph on, and back
    await press('ArrowLeft');
    await page.locator('.block', { hasText: 'The barriers to a deal remain formidable' }).locator('.sentence').first().click();
    await press('t');
    steps += 1;
    await eventually(() => topics.count()).toBe(count + 1);
    await press('m');
    steps += 1;
    await eventually(() => topics.count()).toBe(count);

    // a sentence becomes a point, the point the summary
    const sentence = page.locator('.sentence', { hasText: 'The barriers to a deal remain formidable' }).first();
    await sentence.click();
    await press('p');
    steps += 1;
    await eventually(() => page.locator('.entry.linked').allTextContents()).toContainEqual(
      expect.stringContaining('The barriers to a deal'),
    );
    await press('ArrowRight', 'p');
    steps += 1;
    await eventually(async () => (await selected(page)).kind).toBe('Summary');

    // a speaker
    await page.locator('.entry').filter({ hasText: '“Armenia should understand' }).first().click();
    await press('w', 'Control+a');
    await page.keyboard.type('H. Hajiyev');
    await press('Enter');
    steps += 1;
    await eventually(async () => (await selected(page)).words).toContain('H. Hajiyev');

    // a figure's unit, an event's date
    await page.locator('.entry').filter({ hasText: '120,000' }).last().click();
    await press('u', 'Control+a');
    await page.keyboard.type('people');
    await press('Enter');
    steps += 1;
    await eventually(async () => (await selected(page)).words).toContain('120,000 people');
    await page.locator('.entry').filter({ hasText: '2023-10' }).first().click();
    await press('d', 'Control+a');
    await page.keyboard.type('2023-10-05');
    await press('Enter');
    steps += 1;
    await eventually(async () => (await selected(page)).words).toContain('2023-10-05');

    // a folded paragraph comes back; another is boilerplate
    await press('f');
    await page.locator('.block.repeat .sentence').first().click();
    await press('b');
    steps += 1;
    await eventually(() => page.locator('.block.repeat').count()).toBe(8);
    await press('r', '2');
    steps += 1;
    await eventually(() => page.locator('.block.boilerplate').count()).toBeGreaterThan(0);

    // topics change places
    await topics.nth(1).click();
    await press('Alt+ArrowUp');
    steps += 1;
    const last = await settled(page);
    expect(last).not.toEqual(first);

    for (let i = 0; i < steps; i++) await press('z');
    await eventually(() => structure(page)).toEqual(first);
    await eventually(() => page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
    for (let i = 0; i < steps; i++) await press('y');
    await eventually(() => structure(page)).toEqual(last);
    expect(app.faults).toEqual([]);
  });

  it('goes on after a reload where it was left', async () => {
    const app = await start();
    const { page } = app;
    await drop(page, ['ships.txt', SHORT]);
    await reviewOpen(page);
    for (const key of ['a', 'a', 'x']) await page.keyboard.press(key);
    await eventually(() => progress(page)).toContain('3 of');
    const before = await structure(page);
    // at once: what is shown is kept, answered or not
    await page.reload();
    await page.getByRole('button', { name: 'Add article (1 unfinished review)' }).click();
    await page.getByText(/ships\.txt · \d+ of \d+ still to look at/).waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await reviewOpen(page);
    await eventually(() => structure(page)).toEqual(before);
    await page.keyboard.press('z');
    await eventually(() => progress(page)).toContain('2 of');

    // and can be thrown away
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+Shift+a');
    await page.getByRole('button', { name: 'Throw away' }).click();
    await page.getByRole('button', { name: 'Throw away for good?' }).click();
    await page.getByText('No unfinished reviews').waitFor();
    expect(app.faults).toEqual([]);
  });

  it('takes several files in one after the other; a bad one says why and what to do', async () => {
    const app = await start();
    const { page, workspace } = app;
    await drop(
      page,
      ['broken.docx', [0x50, 0x4b, 3, 4, 0, 1, 2]],
      ['ships.txt', SHORT],
      ['other.txt', SHORT.replaceAll('Dorn', 'Brack').replace('Grain waits on', 'Timber lies at')],
    );
    await reviewOpen(page);
    await eventually(() => page.locator('.badge', { hasText: '1 file' }).count()).toBe(1);
    await page.keyboard.press('Control+s');
    await dialogReady(page);
    await page.keyboard.press('Enter');
    // the next one follows by itself
    await eventually(() => page.locator('.screen-title').textContent()).toContain('Timber lies at');
    await page.keyboard.press('Control+s');
    await dialogReady(page);
    await page.keyboard.press('Enter');
    await page.locator('.tree-row.article.active').waitFor();
    expect((await readdir(join(workspace, 'content'))).filter((name) => name.endsWith('.md')).sort()).toEqual([
      'grain-waits-on-the-quay.md',
      'timber-lies-at-the-quay.md',
    ]);
    await page.keyboard.press('Control+Shift+a');
    const failed = page.locator('.file-row.failed');
    expect(await failed.locator('.file-name').textContent()).toBe('broken.docx');
    expect((await failed.locator('.callout').textContent())?.length).toBeGreaterThan(40);
    await failed.getByRole('button', { name: 'Put away' }).click();
    await eventually(() => failed.count()).toBe(0);
    expect(app.faults).toEqual([]);
  });

  it('takes rich text from the clipboard', async () => {
    const app = await start();
    const { page } = app;
    await page.keyboard.press('Control+Shift+a');
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    const html = SHORT.split('\n\n')
      .map((text, index) => (index === 0 ? `<h1>${text}</h1>` : `<p>${text}</p>`))
      .join('');
    await page.evaluate((markup) => {
      const data = new DataTransfer();
      data.setData('text/html', markup);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, html);
    await reviewOpen(page);
    expect(await page.locator('.screen-title').textContent()).toBe('Grain waits on the quay');
    expect(app.faults).toEqual([]);
  });

  it('can be stopped while it reads', async () => {
    const app = await start();
    const { page } = app;
    const long = Array.from(
      { length: 30_000 },
      (_, i) => `Paragraph ${i} says that ${i} ships of Dorn waited in 2023, and the minister may visit.`,
    );
    await drop(page, ['long.txt', long.join('\n\n')], ['ships.txt', SHORT]);
    await page.locator('.file-row.reading').getByRole('button', { name: 'Stop' }).click();
    await page.locator('.file-row.cancelled').waitFor();
    // the one behind it is read all the same
    await reviewOpen(page);
    expect(await page.locator('.screen-title').textContent()).toBe('Grain waits on the quay');
  });

  it('shows what a newer version changes, and keeps what was saved', async () => {
    const app = await start();
    const { page } = app;
    await drop(page, ['ships.txt', SHORT]);
    await reviewOpen(page);
    for (const key of ['h', 'e']) await page.keyboard.press(key);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('A queue of ships');
    await page.keyboard.press('Enter');
    await eventually(async () => (await selected(page)).words).toBe('A queue of ships');
    await page.keyboard.press('Control+s');
    await dialogReady(page);
    await page.keyboard.press('Enter');
    await page.locator('.tree-row.article.active').waitFor();
    await drop(page, ['ships.txt', SHORT.replace('Forty ships', 'Fifty ships')]);
    await reviewOpen(page);
    const changes = page.locator('.changes');
    await changes.waitFor();
    expect(await changes.textContent()).toContain('A newer version of “Grain waits on the quay”');
    expect(await changes.locator('del').first().textContent()).toBe('Forty');
    expect(await changes.locator('ins').first().textContent()).toBe('Fifty');
    expect(await page.locator('.entry.heading').first().textContent()).toContain('A queue of ships');
    expect(await page.locator('.block.changed').count()).toBe(1);
    await page.getByRole('button', { name: 'Save as an article of its own' }).click();
    await changes.waitFor({ state: 'detached' });
    // its name is taken: said in place, and another one can be given
    await page.keyboard.press('Control+s');
    await page.getByLabel('Name in the library').fill('grain-waits-on-the-quay');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('.callout.error').waitFor();
    await page.getByRole('button', { name: 'Replace it' }).waitFor();
    await page.getByLabel('Name in the library').fill('ships-again');
    await page.keyboard.press('Enter');
    await page.locator('.tree-row.article.active').waitFor();
    expect(await readdir(join(app.workspace, 'content'))).toContain('ships-again.md');
  });

  it('is read again in another character set, until the first step', async () => {
    const app = await start();
    const { page } = app;
    await drop(page, ['parom.txt', KOI8]);
    await reviewOpen(page);
    const choice = page.getByLabel('Read as');
    const again = page.getByRole('button', { name: 'Read again' });
    const readAs = async (name: string): Promise<void> => {
      await choice.selectOption(name);
      await again.click();
      await again.waitFor({ state: 'detached' });
    };
    await readAs('windows-1251');
    expect(await choice.inputValue()).toBe('windows-1251');
    await eventually(() => page.locator('h1').textContent()).not.toBe('Паром');
    expect(await findings(page)).toEqual([]);
    // its bytes are no UTF-8: said, and nothing is lost
    await readAs('utf-8');
    await page.getByText('The file’s bytes are not text in this character set.').first().waitFor();
    expect(await choice.inputValue()).toBe('windows-1251');
    await readAs('koi8-r');
    await eventually(() => page.locator('h1').textContent()).toBe('Паром');
    // the keyboard is back in the list
    await page.keyboard.press('a');
    await eventually(() => choice.isDisabled()).toBe(true);
    expect(app.faults).toEqual([]);
  });

  it('follows keys that come faster than a screen is drawn', async () => {
    const app = await start();
    const { page } = app;
    await drop(page, ['ships.txt', SHORT]);
    await reviewOpen(page);
    await page.evaluate(() => {
      for (const [key, shiftKey] of [
        ['1', false],
        ['a', true],
      ] as const) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, shiftKey, bubbles: true, cancelable: true }));
      }
    });
    await page.getByRole('button', { name: 'Go on' }).waitFor();
    await page.waitForTimeout(300);
    expect(await page.getByRole('button', { name: 'Go on' }).isVisible()).toBe(true);
  });

  it('shows a source from right to left as it is written', async () => {
    const app = await start();
    const { page } = app;
    const arabic = `السفن تنتظر في الميناء\n\nتنتظر أربعون سفينة خارج الميناء منذ شهر مارس، بحسب ما قاله مكتب الميناء. وقد تضاعف الطابور منذ فبراير.\n\nوقالت مديرة الميناء إنها لم تر هذا العدد من السفن من قبل، وطلبت من الوزارة مرشدين إضافيين.\n`;
    await drop(page, ['port.txt', arabic]);
    await reviewOpen(page);
    const direction = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).direction);
    expect(await direction('.block.body .block-text')).toBe('rtl');
    expect(await direction('.entry.summary .entry-text, .entry.item .entry-text')).toBe('rtl');
    expect(await page.locator('.block.body').first().locator('.sentence').count()).toBeGreaterThan(0);
  });
});

describe.skipIf(lacks('Chromium', CHROMIUM, 'review accessibility'))('the review for everybody', () => {
  const start = empty(appRunner());

  it.each(['light', 'dark'] as const)('has no faults on any of its screens, %s', async (colorScheme) => {
    const app = await start({ colorScheme });
    const { page } = app;
    const check = async (name: string): Promise<void> => {
      await page.waitForTimeout(150);
      expect(await findings(page), name).toEqual([]);
    };
    await page.keyboard.press('Control+Shift+a');
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    await check('nothing taken in yet');
    await drop(page, ['broken.pdf', '%PDF-1.7 and no more']);
    await page.locator('.file-row.failed').waitFor();
    await check('a bad file');
    await drop(page, ['peace.txt', seedArticle()]);
    await reviewOpen(page);
    await page.frameLocator('.slide-frame').locator('#stage .slide').waitFor();
    await check('the review');
    for (const key of ['a', 'x', 'n']) await page.keyboard.press(key);
    await check('decided');
    await page.locator('.entry.summary').first().click();
    await page.keyboard.press('e');
    await page.keyboard.type('Baku did it 7 times recently');
    await page.locator('.advice-line').first().waitFor();
    await check('a point with warnings');
    await page.keyboard.press('Escape');
    for (const key of ['f', 'ArrowLeft', 'r']) await page.keyboard.press(key);
    await page.getByRole('group', { name: 'What is this paragraph?' }).waitFor();
    await check('the source');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await check('keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+s');
    await dialogReady(page);
    await check('saving');
    await page.keyboard.press('Enter');
    await page.locator('.tree-row.article.active').waitFor();
    await drop(page, ['peace.txt', seedArticle().replace('eight villages', 'nine villages')]);
    await page.locator('.changes').waitFor();
    await check('a newer version');
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+Shift+a');
    await page.getByRole('button', { name: 'Go on' }).waitFor();
    await check('unfinished');
  });

  it('stays usable in a narrow window', async () => {
    const app = await start({ viewport: { width: 420, height: 760 } });
    const { page } = app;
    await drop(page, ['peace.txt', seedArticle()]);
    await reviewOpen(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByRole('button', { name: 'Source', exact: true }).click();
    expect(await page.locator('.block.body').first().isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Selected', exact: true }).click();
    await page.frameLocator('.slide-frame').locator('#stage .slide').waitFor();
    expect(await findings(page)).toEqual([]);
  });
});
