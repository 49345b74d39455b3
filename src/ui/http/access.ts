/** Where the browser keeps the secret of this address; the host's page for coming in puts it there (src/hosts/web/pages.ts). */
const KEY_NAME = 'lectern.key';

/** No key: this browser has not been let in, or keeps nothing for this address. */
export class NotLetIn extends Error {}

/**
 * How long a host may take to answer a question that costs it nothing, the line included: what takes the connection and then says no
 * word (a process that was stopped, a port that leads nowhere) is as good as nobody. Milliseconds.
 */
export const PATIENCE = 10_000;

/** This page's secret for the host that is there now. */
export interface PageAccess {
  /** Null: none as yet, or the host that gave it has gone. */
  readonly secret: () => string | null;
  /** Asks for one, in place of the one that was refused. Throws `NotLetIn`, and where no host of ours answers. */
  readonly renew: (refused: string | null) => Promise<string>;
}

function hexOf(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a host that has the key answers to a nonce: it is bound to the port, so that no other host can have ours prove it for him. */
export async function proofOf(key: string, port: string, nonce: string): Promise<string> {
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  const secret = await crypto.subtle.importKey('raw', bytes(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return hexOf(await crypto.subtle.sign('HMAC', secret, bytes(`${port} ${nonce}`)));
}

async function post(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(path, { method: 'POST', signal: AbortSignal.timeout(PATIENCE), ...init });
  if (response.status === 401) throw new NotLetIn('the host does not know the key');
  if (!response.ok) throw new Error(`the host answered ${response.status}`);
  return response.json();
}

/**
 * A page keeps its secret in memory alone. The key is shown to nobody who has not proved that he has it: where Lectern has ended,
 * another program may listen at its port.
 */
export function createPageAccess(): PageAccess {
  let secret: string | null = null;
  let asking: Promise<string> | null = null;

  const ask = async (): Promise<string> => {
    const key = localStorage.getItem(KEY_NAME);
    if (key === null) throw new NotLetIn('there is no key');
    const nonce = crypto.randomUUID();
    const { proof } = (await post('/api/proof', { body: nonce })) as { proof: string };
    if (proof !== (await proofOf(key, location.port, nonce))) throw new NotLetIn('another program answers at Lectern’s address');
    const admitted = (await post('/api/page', { headers: { 'X-Lectern-Key': key } })) as { secret: string };
    return (secret = admitted.secret);
  };

  return {
    secret: () => secret,
    renew: (refused) => {
      if (secret !== null && secret !== refused) return Promise.resolve(secret);
      secret = null;
      return (asking ??= ask().finally(() => (asking = null)));
    },
  };
}
