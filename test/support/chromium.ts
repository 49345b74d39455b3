import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

/** Where Debian, Fedora, macOS and a CI image keep it. */
const PLACES = [
  process.env['CHROMIUM_PATH'],
  // The same engine without a browser's window: the tests that drive it take two thirds of the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const CHROMIUM = PLACES.find((path): path is string => path !== undefined && existsSync(path)) ?? null;
export const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path)) ?? null;

/**
 * Whether a test that needs a tool must be skipped. Says so in one line; where `LECTERN_REQUIRE_TOOLS=1` (CI), a missing tool is a failure.
 */
export function lacks(tool: string, path: string | null, file: string): boolean {
  if (path !== null) return false;
  if (process.env['LECTERN_REQUIRE_TOOLS'] === '1') throw new Error(`${tool} is required here and was not found`);
  process.stderr.write(`skipped: ${file} (no ${tool})\n`);
  return true;
}

export function launchChromium(args: readonly string[] = []): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('no Chromium');
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', ...args] });
}

export type { Browser, BrowserContext };
