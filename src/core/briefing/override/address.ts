import { OUTLINE_KINDS, outlinePiece } from '../../block/view.ts';
import type { ArticleBlock } from '../../block/types.ts';
import type { Form, Parts } from '../outline.ts';

/**
 * Where something stands in a topic of an article, as it is there: `KIND/N` the topic's N-th block of a kind, `KIND/N/I` an item of it,
 * `KIND/N/I/J` an item below that, `.PART` behind any of them one of its lines. All numbers from 1; `added/N` is the N-th addition.
 */
export interface Address {
  readonly kind: ArticleBlock['kind'] | 'added';
  readonly number: number;
  readonly items: readonly number[];
  /** Empty: the item's one line, or the item itself. */
  readonly part: string;
}

/** An address of a block that the article has. */
export type BlockAddress = Address & { readonly kind: ArticleBlock['kind'] };

export const isInBlock = (address: Address): address is BlockAddress => address.kind !== 'added';

/** The one address that has no block: what stands before all of them. */
export const SUMMARY = 'summary';

const FORM = /^([a-z]+)\/([1-9]\d{0,8})((?:\/\d{1,9})*)(?:\.([a-z]+|[1-9]\d{0,8}))?$/;

/** Null where the text is no address. */
export function parseAddress(text: string): Address | null {
  const [, kind = '', number = '', items = '', part = ''] = FORM.exec(text) ?? [];
  const known = kind === 'added' ? kind : OUTLINE_KINDS.find((name) => name === kind);
  if (known === undefined) return null;
  return { kind: known, number: Number(number), items: items.split('/').slice(1).map(Number), part };
}

export function formatAddress({ kind, number, items, part }: Address): string {
  return `${[kind, number, ...items].join('/')}${part === '' ? '' : `.${part}`}`;
}

function formOf({ named, numbered }: Parts, part: string): Form | null {
  return Object.hasOwn(named, part) ? (named[part] ?? null) : /^\d+$/.test(part) ? numbered : null;
}

const listed = ({ named, numbered }: Parts): string[] => [
  ...Object.keys(named).filter((name) => name !== ''),
  ...(numbered === null ? [] : ['1, 2, …']),
];

/** How the text of a line at this address is read; else what may stand in its place. */
export function lineForm(address: Address): { readonly form: Form } | { readonly allowed: string } {
  const { kind, number, items, part } = address;
  if (kind === 'added') return { allowed: 'lines of the article: what was added is worded where it was added' };
  const piece = outlinePiece(kind);
  const parts = items.length === 0 ? piece.block : piece.item;
  const form = parts && formOf(parts, part);
  if (form !== null && items.length <= piece.levels && !items.includes(0)) return { form };
  const own = listed(piece.block).map((name) => `${kind}/${number}.${name}`);
  const item = piece.item === null ? [] : listed(piece.item).map((name) => `${kind}/${number}/1.${name}`);
  const whole = [
    ...(Object.hasOwn(piece.block.named, '') ? [`${kind}/${number}`] : []),
    ...(piece.item && Object.hasOwn(piece.item.named, '') ? [`${kind}/${number}/1`] : []),
  ];
  return { allowed: [...whole, ...own, ...item].join(', ') };
}

/** Whether an address can be one that something is added or moved behind. */
export function isAnchor(after: string): boolean {
  if (after === SUMMARY) return true;
  const address = parseAddress(after);
  if (address === null || address.part !== '' || address.items.slice(0, -1).includes(0)) return false;
  if (address.kind === 'added') return address.items.length === 0 || address.items.join() === '0';
  const { item, levels } = outlinePiece(address.kind);
  return address.items.length === 0 || (item !== null && address.items.length <= levels);
}

/** Whether an address can be one that is removed or moved: an item or a block. */
export function isItem(at: string): boolean {
  const address = parseAddress(at);
  return address !== null && address.kind !== 'added' && address.part === '' && isAnchor(at) && address.items.at(-1) !== 0;
}

/** What is added behind an address: blocks, a line (or a row), or what the other addition is that it names. */
export function additionForm(after: string): 'blocks' | 'line' | 'open' {
  const address = parseAddress(after);
  if (address?.kind === 'added') return 'open';
  return address === null || address.items.length === 0 ? 'blocks' : 'line';
}
