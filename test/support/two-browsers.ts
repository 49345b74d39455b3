import type { Page as ChromiumPage } from 'playwright-core';
import puppeteer, { type Page as FirefoxPage } from 'puppeteer-core';
import { expect } from 'vitest';
import { FIREFOX, launchChromium } from './chromium.ts';

/** One tab, alike in both browsers. */
export interface Tab {
  readonly goto: (address: string) => Promise<unknown>;
  readonly reload: () => Promise<unknown>;
  /** Has this done before any script of a page that is loaded from now on. */
  readonly first: (work: () => void) => Promise<unknown>;
  readonly run: <A, R>(work: (given: A) => R | Promise<R>, given: A) => Promise<R>;
  readonly press: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** A letter with Control held. */
  readonly control: (key: 'a' | 'c' | 'v') => Promise<void>;
  /** In the middle of the first element that can be seen. */
  readonly click: (selector: string) => Promise<void>;
  readonly tap: (selector: string) => Promise<void>;
  readonly tapAt: (x: number, y: number) => Promise<void>;
  readonly move: (x: number, y: number) => Promise<void>;
  readonly resize: (width: number, height: number) => Promise<void>;
  /** The window that is opened meanwhile. */
  readonly opening: (act: () => Promise<void>) => Promise<Tab>;
  readonly close: () => Promise<void>;
}

export interface TabBrowser {
  /** `touch`: it has a finger for a pointer. */
  readonly tab: (touch?: boolean) => Promise<Tab>;
  readonly close: () => Promise<void>;
}

const WINDOW = { width: 1280, height: 720 };

type Middle = readonly [number, number];

/** Where a hand would touch an element. */
function middleOf(selector: string): Middle {
  const element = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
  if (!element) throw new Error(`no ${selector} can be seen`);
  element.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

function chromiumTab(page: ChromiumPage): Tab {
  const run: Tab['run'] = <A, R>(work: (given: A) => R | Promise<R>, given: A) =>
    page.evaluate<R, unknown>(work as (given: unknown) => R, given);
  return {
    run,
    first: (work) => page.addInitScript(work),
    goto: (address) => page.goto(address),
    reload: () => page.reload(),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    control: (key) => page.keyboard.press(`Control+${key}`),
    click: async (selector) => page.mouse.click(...(await run(middleOf, selector))),
    tap: async (selector) => page.touchscreen.tap(...(await run(middleOf, selector))),
    tapAt: (x, y) => page.touchscreen.tap(x, y),
    move: (x, y) => page.mouse.move(x, y),
    resize: (width, height) => page.setViewportSize({ width, height }),
    opening: async (act) => {
      const [second] = await Promise.all([page.waitForEvent('popup'), act()]);
      return chromiumTab(second);
    },
    close: () => page.close(),
  };
}

async function chromium(): Promise<TabBrowser> {
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: WINDOW, offline: true });
  const touched = await browser.newContext({ viewport: WINDOW, offline: true, hasTouch: true });
  return {
    tab: async (touch = false) => chromiumTab(await (touch ? touched : context).newPage()),
    close: () => browser.close(),
  };
}

function firefoxTab(page: FirefoxPage): Tab {
  const run: Tab['run'] = <A, R>(work: (given: A) => R | Promise<R>, given: A) =>
    page.evaluate(work as (given: unknown) => R, given) as Promise<R>;
  const press = (key: string): Promise<void> => page.keyboard.press(key as 'a');
  return {
    run,
    press,
    first: (work) => page.evaluateOnNewDocument(work),
    goto: (address) => page.goto(address),
    reload: () => page.reload(),
    type: (text) => page.keyboard.type(text),
    control: async (key) => {
      await page.keyboard.down('Control');
      await press(key);
      await page.keyboard.up('Control');
    },
    click: async (selector) => page.mouse.click(...(await run(middleOf, selector))),
    tap: async (selector) => page.touchscreen.tap(...(await run(middleOf, selector))),
    tapAt: (x, y) => page.touchscreen.tap(x, y),
    move: (x, y) => page.mouse.move(x, y),
    resize: (width, height) => page.setViewport({ width, height }),
    opening: async (act) => {
      const opened = new Promise<FirefoxPage | null>((resolve) => page.once('popup', resolve));
      await act();
      const second = await opened;
      if (!second) throw new Error('the window that was opened is gone');
      return firefoxTab(second);
    },
    close: () => page.close(),
  };
}

async function firefox(): Promise<TabBrowser> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX ?? '', headless: true });
  return {
    tab: async () => {
      const page = await browser.newPage();
      await page.setViewport(WINDOW);
      return firefoxTab(page);
    },
    close: () => browser.close(),
  };
}

export const BROWSERS = { Chromium: chromium, Firefox: firefox } as const;

export interface Copied {
  readonly text: string;
  readonly html: string;
}

/** What lies on the clipboard, pasted into a field beside the page's own words. */
export async function pasted(tab: Tab): Promise<Copied> {
  await tab.run(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
    field.addEventListener('paste', (event) => {
      const taken = (type: string): string => event.clipboardData?.getData(type) ?? '';
      field.dataset['got'] = JSON.stringify({ text: taken('text/plain'), html: taken('text/html') });
      event.preventDefault();
    });
  }, null);
  await tab.control('v');
  const got = await tab.run(async () => {
    const field = document.querySelector('textarea');
    for (let i = 0; i < 100 && field?.dataset['got'] === undefined; i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    field?.remove();
    return field?.dataset['got'] ?? '{"text":"","html":""}';
  }, null);
  return JSON.parse(got) as Copied;
}

/** Presses Control+A, or selects one element's words, and copies. */
export async function copied(tab: Tab, selector: string | null = null): Promise<Copied> {
  if (selector === null) await tab.control('a');
  else
    await tab.run((wanted) => {
      const element = document.querySelector(wanted);
      if (!element) throw new Error(`no ${wanted}`);
      getSelection()?.selectAllChildren(element);
    }, selector);
  await tab.control('c');
  return pasted(tab);
}

/** What “Save times” of the presenter's view gives, in place of the download. */
export async function savedTimes(tab: Tab): Promise<{ readonly lectern: string; readonly slides: readonly { readonly spent: number }[] }> {
  await tab.run(() => {
    URL.createObjectURL = (file: Blob) => {
      void file.text().then((words) => (document.body.dataset['saved'] = words));
      return 'blob:null/none';
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  }, null);
  await tab.click('.desk-bar .actions button:last-child');
  const saved = (): Promise<string> => tab.run(() => document.body.dataset['saved'] ?? '', null);
  await expect.poll(saved).not.toBe('');
  return JSON.parse(await saved()) as Awaited<ReturnType<typeof savedTimes>>;
}
