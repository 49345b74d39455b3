import { randomBytes } from 'node:crypto';

/** Where the build leaves room for the nonce of one answer (`html.cspNonce` of the UI's build). */
export const NONCE_PLACE = '__LECTERN_NONCE__';

export function freshNonce(): string {
  return randomBytes(18).toString('base64');
}

type Directives = Readonly<Record<string, readonly string[]>>;

interface PolicyContext {
  readonly nonce: string;
  /** The preview's address, for the page that frames it: an origin, or `'self'`. */
  readonly preview: string;
  /** The app's address, for the preview that it may frame. */
  readonly app: string;
}

/**
 * What each page of the UI may do, from nothing upwards. The preview shows what templates and articles led to: it runs its own
 * script and styles, shows pictures and fonts that were handed to it, and can reach nobody.
 */
const POLICIES = {
  app: ({ nonce, preview }) => ({
    'default-src': [`'none'`],
    'script-src': [`'self'`],
    'style-src': [`'self'`, `'nonce-${nonce}'`],
    'img-src': [`'self'`, 'data:', 'blob:'],
    'font-src': [`'self'`, 'data:'],
    'connect-src': [`'self'`],
    'frame-src': [preview],
    'base-uri': [`'none'`],
    'form-action': [`'none'`],
    'frame-ancestors': [`'none'`],
  }),
  preview: ({ nonce, app }) => ({
    'default-src': [`'none'`],
    'script-src': [`'nonce-${nonce}'`],
    'style-src': [`'nonce-${nonce}'`],
    'img-src': ['data:'],
    'font-src': ['data:'],
    'base-uri': [`'none'`],
    'form-action': [`'none'`],
    'frame-ancestors': [app],
    sandbox: ['allow-scripts'],
  }),
} satisfies Record<string, (context: PolicyContext) => Directives>;

export type PageKind = keyof typeof POLICIES;

/** The page's Content-Security-Policy. */
export function contentPolicy(kind: PageKind, context: PolicyContext): string {
  return Object.entries(POLICIES[kind](context) satisfies Directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Sent with everything. */
export const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), payment=(), clipboard-read=()',
} as const;
