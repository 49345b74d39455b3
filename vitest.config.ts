import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const all = ['test/**/*.test.ts', 'test/**/*.test.tsx'];
const rendering = 'test/**/*.rendering.test.ts';
const packaging = 'test/**/*.packaging.test.ts';
const hosts = ['test/hosts/**', 'test/workspace/**'];
const browser = 'test/browser/**';

const homes = 'test/support/built/home.ts';
const common = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 15_000 } }, globalSetup: [homes] };

/** Files that take longest, which therefore begin first in their project: at the end the other worker would wait for them. */
const LONGEST = [
  'browser/app',
  'browser/review',
  'browser/merge',
  'browser/deck-accessible',
  'browser/deck-attack',
  'core/layout/random',
  'ui/starts',
  'store/crash',
  'pptx/random.rendering',
  'parity.rendering',
  'samples.rendering',
  'live.rendering',
  'rendered.rendering',
  'block-kind.packaging',
  'pack.packaging',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.includes(name));
      return found === -1 ? LONGEST.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/**
 * By what a test needs: `unit` nothing; `hosts` a process of its own and the built command line; `browser` that command line, the built
 * pages and a browser; `rendering` LibreOffice, a browser or the validator; `packaging` what is shipped. Where files need no process of
 * their own they share one, since core keeps no state: loading the sources takes some four seconds a file.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...common, name: 'unit', include: all, exclude: [rendering, packaging, ...hosts, browser], isolate: false } },
      {
        test: {
          ...common,
          name: 'hosts',
          include: hosts.map((folder) => `${folder}/*.test.ts`),
          exclude: [packaging],
          globalSetup: [homes, 'test/support/built/cli.ts'],
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          include: [`${browser}/*.test.ts`],
          isolate: false,
          globalSetup: [homes, 'test/support/built/cli.ts', 'test/support/built/ui.ts'],
        },
      },
      { test: { ...common, name: 'rendering', include: [rendering], isolate: false } },
      { test: { ...common, name: 'packaging', include: [packaging] } },
    ],
  },
});
