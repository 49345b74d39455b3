import { defineConfig } from 'vitest/config';

const all = ['test/**/*.test.ts', 'test/**/*.test.tsx'];
const rendering = 'test/**/*.rendering.test.ts';
const packaging = 'test/**/*.packaging.test.ts';
const hosts = ['test/hosts/**', 'test/workspace/**'];
const browser = 'test/browser/**';

const common = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 15_000 } } };

/**
 * By what a test needs: `unit` nothing, and its files share a process, since core keeps no state; `hosts` a process of its own and
 * the built command line; `browser` that, the built pages and a browser; `rendering` LibreOffice, a browser or the validator;
 * `packaging` what is shipped.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...common, name: 'unit', include: all, exclude: [rendering, packaging, ...hosts, browser], isolate: false } },
      {
        test: {
          ...common,
          name: 'hosts',
          include: hosts.map((folder) => `${folder}/*.test.ts`),
          exclude: [packaging],
          globalSetup: 'test/support/built/cli.ts',
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          include: [`${browser}/*.test.ts`],
          globalSetup: ['test/support/built/cli.ts', 'test/support/built/ui.ts'],
        },
      },
      { test: { ...common, name: 'rendering', include: [rendering] } },
      { test: { ...common, name: 'packaging', include: [packaging] } },
    ],
  },
});
