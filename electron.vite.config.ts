import { join } from 'node:path';
import { defineConfig } from 'electron-vite';

/**
 * Builds Electron's main process and preload into `dist/electron`, everything they need inside. The pages (`dist/ui`) and the worker
 * (`dist/cli`) are built by `npm run build`, for both app hosts alike. `LECTERN_OUT` names another folder to build into.
 */
const source = 'src/hosts/electron';
const out = process.env['LECTERN_OUT'] ?? join('dist', 'electron');

export default defineConfig({
  main: {
    build: {
      outDir: join(out, 'main'),
      externalizeDeps: false,
      rolldownOptions: { input: { index: join(source, 'main.ts') }, output: { entryFileNames: '[name].js' } },
    },
  },
  preload: {
    build: {
      outDir: join(out, 'preload'),
      externalizeDeps: false,
      // a sandboxed page can load no ES module beside it
      rolldownOptions: { input: { preload: join(source, 'preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
});
