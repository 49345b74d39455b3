import puppeteer from 'puppeteer-core';
import { FIREFOX, launchChromium } from './chromium.ts';

/** One tab, alike in both browsers. */
export interface Tab {
  readonly goto: (address: string) => Promise<unknown>;
  readonly run: <A, R>(work: (given: A) => R | Promise<R>, given: A) => Promise<R>;
  readonly press: (key: string) => Promise<void>;
  /** A letter with Control held. */
  readonly control: (key: 'a' | 'c' | 'v') => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface TabBrowser {
  readonly tab: () => Promise<Tab>;
  readonly close: () => Promise<void>;
}

const WINDOW = { width: 1280, height: 720 };

async function chromium(): Promise<TabBrowser> {
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: WINDOW, offline: true });
  return {
    tab: async () => {
      const page = await context.newPage();
      return {
        goto: (address) => page.goto(address),
        run: <A, R>(work: (given: A) => R | Promise<R>, given: A) => page.evaluate<R, unknown>(work as (given: unknown) => R, given),
        press: (key) => page.keyboard.press(key),
        control: (key) => page.keyboard.press(`Control+${key}`),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

async function firefox(): Promise<TabBrowser> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX ?? '', headless: true });
  return {
    tab: async () => {
      const page = await browser.newPage();
      await page.setViewport(WINDOW);
      const press = (key: string): Promise<void> => page.keyboard.press(key as 'a');
      return {
        goto: (address) => page.goto(address),
        run: <A, R>(work: (given: A) => R | Promise<R>, given: A) => page.evaluate(work as (given: unknown) => R, given) as Promise<R>,
        press,
        control: async (key) => {
          await page.keyboard.down('Control');
          await press(key);
          await page.keyboard.up('Control');
        },
        close: () => page.close(),
      };
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
