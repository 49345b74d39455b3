import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { confine } from './confine.ts';
import { COMMON_HEADERS, contentPolicy, freshNonce, NONCE_PLACE, type PageKind } from './policy.ts';

/** What the UI's build may hold. A file of another kind is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface AssetRequest {
  readonly method: string;
  /** The URL's path, still encoded. */
  readonly pathname: string;
}

export interface AssetSite {
  /** The folder served; nothing outside it ever is. */
  readonly root: string;
  readonly kind: PageKind;
  /** What `/` means. */
  readonly index: string;
  /** Origins of the app and of the preview, as the other's policy must name them. */
  readonly app: string;
  readonly preview: string;
}

export interface AssetAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

function refusal(status: number): AssetAnswer {
  const headers = { ...COMMON_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', 'Content-Security-Policy': `default-src 'none'` };
  return { status, headers, body: new Uint8Array() };
}

/** One file of the UI's build, pages with their policy and a nonce of their own. Never throws. */
export async function answerAsset(site: AssetSite, { method, pathname }: AssetRequest): Promise<AssetAnswer> {
  if (method !== 'GET' && method !== 'HEAD') return refusal(405);
  const file = await confine(site.root, pathname === '/' ? `/${site.index}` : pathname);
  const type = file === null ? undefined : TYPES[extname(file).toLowerCase()];
  if (file === null || type === undefined) return refusal(404);
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return refusal(404);
  const page = type.startsWith('text/html');
  const nonce = freshNonce();
  const policy = contentPolicy(site.kind, { nonce, preview: site.preview, app: site.app });
  const headers = {
    ...COMMON_HEADERS,
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'Cache-Control': page ? 'no-store' : 'no-cache',
  };
  const body = page ? new TextEncoder().encode(bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce)) : bytes;
  return { status: 200, headers, body: method === 'HEAD' ? new Uint8Array() : body };
}
