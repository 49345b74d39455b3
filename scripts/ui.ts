/** Builds the app's pages into `dist/ui`: `index.html` with its assets, and `preview.html` with its script inside. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { rolldown } from 'rolldown';
import { build } from 'vite';
import { NONCE_PLACE } from '../src/hosts/shared/policy.ts';
import type { ShippedModules } from './notices/shipped.ts';

/**
 * The preview is shown sandboxed, with an origin of its own, so nothing it would have to fetch could be told from a stranger's
 * request: its script and style are inside its one file.
 */
async function buildPreview(root: string, out: string, shipped?: ShippedModules): Promise<void> {
  const folder = join(root, 'src/ui/preview-frame');
  const bundle = await rolldown({
    input: join(folder, 'main.ts'),
    platform: 'browser',
    logLevel: 'warn',
    plugins: [shipped?.plugin()],
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  const page = await readFile(join(folder, 'preview.html'), 'utf8');
  const style = await readFile(join(folder, 'preview.css'), 'utf8');
  const script = output[0].code.replaceAll('</script', '<\\/script');
  const html = page
    .replace('<!-- style -->', () => `<style nonce="${NONCE_PLACE}">\n${style}</style>`)
    .replace('<!-- script -->', () => `<script nonce="${NONCE_PLACE}">${script}</script>`);
  await writeFile(join(out, 'preview.html'), html);
}

/** Writes `dist/ui` below the project's top folder, or another folder. Notes in `shipped` what it bundles. */
export async function buildUi(root: string, out: string = join(root, 'dist', 'ui'), shipped?: ShippedModules): Promise<void> {
  await rm(out, { recursive: true, force: true });
  // vite's runner and vitest leave another value here, and React's plugin would write code for development
  process.env['NODE_ENV'] = 'production';
  await build({
    configFile: false,
    root: join(root, 'src/ui'),
    logLevel: 'error',
    mode: 'production',
    // The runner of our scripts works in development mode, and React would follow it.
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [react(), shipped?.plugin()],
    html: { cspNonce: NONCE_PLACE },
    build: { outDir: out, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: 'es2023' },
  });
  await buildPreview(root, out, shipped);
}
