import axe from 'axe-core';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest';
import { launchWeb } from '../../src/hosts/web/launch.ts';
import { resourcesBelow } from '../../src/workspace/resources.ts';
import { builtCli } from './built/index.ts';
import { launchChromium, type Browser } from './chromium.ts';

type Host = Awaited<ReturnType<typeof launchWeb>>;

export interface AppOptions {
  /** Files of the workspace to open, below it; none: Lectern's first start. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** The folder of an earlier start, to go on with. */
  readonly folder?: string;
}

export interface RunningApp {
  readonly page: Page;
  /** The preview's own page. */
  readonly slides: FrameLocator;
  /** The test's folder: `home`, `documents`, and `w`, the workspace of `files`. */
  readonly folder: string;
  readonly workspace: string;
  /** What went wrong in the page: errors, refused requests, anything asked of another address. */
  readonly faults: string[];
  readonly put: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Another window of the same app. */
  readonly another: () => Promise<Page>;
  readonly host: Pick<Host, 'origin' | 'entry' | 'call'>;
  /** Ends the host alone, as a fault would for the page. */
  readonly end: () => Promise<void>;
  /** Starts the host again that was ended, in the same place. */
  readonly begin: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the built app for each test: the real host, its thread, a real browser. */
export function appRunner(): (options?: AppOptions) => Promise<RunningApp> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  return async ({ files, viewport = { width: 1440, height: 900 }, colorScheme = 'light', folder: given }: AppOptions = {}) => {
    const folder = given ?? (await mkdtemp(join(tmpdir(), 'lectern-app-test-')));
    const workspace = files === undefined ? join(folder, 'documents', 'Lectern') : join(folder, 'w');
    const put = async (path: string, content: string | Uint8Array): Promise<void> => {
      await mkdir(dirname(join(workspace, path)), { recursive: true });
      await writeFile(join(workspace, path), content);
    };
    for (const [path, content] of Object.entries(files ?? {})) await put(path, content);
    const env = { ...process.env, LECTERN_HOME: join(folder, 'home'), LECTERN_DOCUMENTS: join(folder, 'documents') };
    const resources = { ...resourcesBelow(process.cwd()), ui: inject('builtUi'), worker: builtCli().worker() };
    const launch = (): Promise<Host> => launchWeb({ version: '0.0.0-test', resources, port: 0, env });
    let host = await launch();
    if (files !== undefined) await host.call('workspace.open', { path: workspace });

    const context = await browser.newContext({ viewport, colorScheme });
    const faults: string[] = [];
    const newPage = async (): Promise<Page> => {
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      // So that what a key opens is caught from the first: a test that begins to listen may come too late on a slow machine.
      page.on('filechooser', () => undefined);
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
      });
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol !== 'data:' && protocol !== 'blob:' && protocol !== 'file:' && origin !== host.origin)
          faults.push(`asked ${request.url()}`);
      });
      await page.goto(pathToFileURL(host.entry).href);
      // The file's page sends its code, and the host's goes on to the app.
      await page.waitForURL(`${host.origin}/`);
      return page;
    };
    const page = await newPage();
    let stopped = false;
    const stop = async (): Promise<void> => {
      if (stopped) return;
      stopped = true;
      await context.close();
      await host.close();
    };
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail' && !stopped) await tellState(task.name, page, host);
      await stop();
      if (given === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    });
    return {
      page,
      slides: page.locator('.slide-frame').first().contentFrame(),
      folder,
      workspace,
      faults,
      put,
      another: newPage,
      host,
      end: () => host.close(),
      begin: async () => void (host = await launch()),
      stop,
    };
  };
}

/** What the window shows of a test that failed, and what the service has: which of them is at fault shows in no stack. */
async function tellState(test: string, page: Page, { call }: Pick<Host, 'call'>): Promise<void> {
  const shown = await page.locator('body').ariaSnapshot({ timeout: 5000 }).catch(String);
  const library = JSON.stringify(await call('library.get', {}).catch(String)).slice(0, 2000);
  process.stderr.write(`${test}: the window shows\n${shown}\nand the service has ${library}\n`);
}

/** What axe finds against WCAG 2.2 AA and its own good practice, in the page and in the frames it shows. */
export async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    if (await isPicture(frame)) continue;
    if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe.source);
    found.push(
      ...(await frame.evaluate(async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const run = (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run;
        const { violations } = await run(document, { runOnly: tags, resultTypes: ['violations'], iframes: false });
        return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
      })),
    );
  }
  return found;
}

/** A frame that is a picture for those who see, and nothing to anybody else. */
async function isPicture(frame: Frame): Promise<boolean> {
  if (frame.parentFrame() === null) return false;
  const element = await frame.frameElement();
  return (await element.getAttribute('aria-hidden')) === 'true';
}

/** Waits until what was done is in the file. */
export async function saved(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.save-state').textContent(), { timeout: 20_000 }).toBe('Saved');
}

/** Texts of the running order, from top to bottom. */
export function order(page: Page): Promise<string[]> {
  return page.locator('.order-row .heading').allTextContents();
}
