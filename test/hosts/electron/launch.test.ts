/** The real app, wherever Electron's program and a display are. What the fake cannot show: that Electron means by our settings what we do. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

function electronProgram(): string | null {
  const note = 'node_modules/electron/path.txt';
  const program = existsSync(note) ? join('node_modules/electron/dist', readFileSync(note, 'utf8').trim()) : '';
  return program !== '' && existsSync(program) ? program : null;
}

function reasonToSkip(): string | null {
  if (electronProgram() === null) return 'Electron’s program is not here';
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'there is no display';
  return existsSync('dist/electron/main/index.js') ? null : 'the app is not built';
}

const reason = reasonToSkip();
if (reason !== null) process.stdout.write(`The launch of the real Electron was skipped: ${reason}.\n`);

describe.skipIf(reason !== null)('the real app', () => {
  let folder = '';
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-launch-'));
    const env = { ...process.env, LECTERN_HOME: join(folder, 'home'), LECTERN_DOCUMENTS: join(folder, 'documents') } as Record<
      string,
      string
    >;
    // Chromium's sandbox refuses the superuser; our own settings are what this looks at
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    app = await _electron.launch({ executablePath: electronProgram() ?? '', args: [...asRoot, '.'], env });
    page = await app.firstWindow();
    await page.waitForLoadState('load');
  });

  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('20: shows our page at our own address', () => {
    expect(page.url()).toBe('lectern://app/index.html');
  });

  it('gives the page the bridge and nothing of Node', async () => {
    const found = await page.evaluate(() => ({
      bridge: Object.keys(window.lectern ?? {}).sort(),
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      origin: location.origin,
      secure: isSecureContext,
    }));
    expect(found).toEqual({ bridge: ['call', 'on', 'pathForFile'], node: [], origin: 'lectern://app', secure: true });
  });

  it('answers the contract, and makes the first workspace', async () => {
    const envelope = await page.evaluate(() => window.lectern?.call('app.start', {}));
    expect(envelope).toMatchObject({ ok: true, value: { host: { kind: 'electron' } } });
  });

  it.each(['https://example.org/', 'http://127.0.0.1:9/', 'file:///etc/hostname', 'lectern://other/'])(
    'reaches nothing at %s',
    async (url) => {
      expect(
        await page.evaluate(
          (address) =>
            fetch(address)
              .then(() => 'reached')
              .catch(() => 'refused'),
          url,
        ),
      ).toBe('refused');
    },
  );

  it('opens no window and leaves its page for nothing', async () => {
    expect(await page.evaluate(() => window.open('lectern://app/index.html'))).toBeNull();
    await page.evaluate(() => location.assign('lectern://app/preview/'));
    await page.waitForTimeout(300);
    expect([page.url(), app.windows().length]).toEqual(['lectern://app/index.html', 1]);
  });

  it('runs no code from text', async () => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.head.append(script);
      await new Promise((then) => setTimeout(then, 100));
      return document.title === 'taken over';
    });
    expect(ran).toBe(false);
  });
});
