import type { Protocol } from 'electron';
import { answerAsset, type AssetSite } from '../shared/assets.ts';
import { isPreview, PREVIEW_FOLDER, SCHEME, schemeHost } from './addresses.ts';

/** Must run before the app is ready. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        codeCache: true,
        bypassCSP: false,
        corsEnabled: false,
        allowServiceWorkers: false,
        stream: false,
      },
    },
  ]);
}

/** Which page of the UI's build an address names, and under which policy. */
function siteOf(address: string, root: string): { readonly site: AssetSite; readonly pathname: string } | null {
  if (schemeHost(address) !== 'app') return null;
  const { pathname } = new URL(address);
  const origins = { app: `'self'`, preview: `'self'` };
  return isPreview(address)
    ? { site: { root, kind: 'preview', index: 'preview.html', ...origins }, pathname: pathname.slice(PREVIEW_FOLDER.length - 1) }
    : { site: { root, kind: 'app', index: 'index.html', ...origins }, pathname };
}

/** Answers every request of the scheme from the UI's build; nothing else of the disk. Never throws. */
export function answerScheme(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const found = siteOf(request.url, root);
    if (found === null) return new Response(null, { status: 404 });
    const { status, headers, body } = await answerAsset(found.site, { method: request.method, pathname: found.pathname });
    return new Response(body as Uint8Array<ArrayBuffer>, { status, headers });
  };
}
