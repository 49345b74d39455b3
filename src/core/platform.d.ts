/**
 * What core uses of the platform beyond the language, as Node and browsers have it: no DOM, no disk, no network, no clock.
 * A further thing needs a line here, and a reason.
 */

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  readonly encoding: string;
  decode(bytes?: Uint8Array): string;
}

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare class URL {
  static canParse(url: string, base?: string): boolean;
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
}

/** How whoever asked for something long says that it is no longer wanted. */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}

/** Lets others have their turn between the steps of something long. */
declare function setImmediate(callback: () => void): unknown;

/** Node's bytes: a `Uint8Array` with numbers of several bytes, text and joining, which zip files and fonts are made of. */
interface Buffer extends Uint8Array<ArrayBuffer> {
  indexOf(value: string | number | Uint8Array, byteOffset?: number, encoding?: BufferEncoding): number;
  lastIndexOf(value: string | number | Uint8Array, byteOffset?: number, encoding?: BufferEncoding): number;
  subarray(start?: number, end?: number): Buffer;
  toString(encoding?: BufferEncoding, start?: number, end?: number): string;
  write(text: string, offset: number, encoding: BufferEncoding): number;
  writeUInt16LE(value: number, offset: number): number;
  writeUInt32LE(value: number, offset: number): number;
  writeUInt16BE(value: number, offset: number): number;
  writeUInt32BE(value: number, offset: number): number;
}

type BufferEncoding = 'base64' | 'hex' | 'latin1' | 'utf8';

declare const Buffer: {
  alloc(size: number): Buffer;
  concat(parts: readonly Uint8Array[]): Buffer;
  from(text: string, encoding: BufferEncoding): Buffer;
  from(bytes: Uint8Array): Buffer;
  from(bytes: ArrayBufferLike, byteOffset: number, length: number): Buffer;
};

declare module 'node:crypto' {
  interface Hash {
    update(content: string | Uint8Array, encoding?: BufferEncoding): Hash;
    digest(encoding: 'hex' | 'base64' | 'base64url'): string;
    digest(): Buffer;
  }
  function createHash(algorithm: 'sha256' | 'sha1'): Hash;
}

declare module 'node:zlib' {
  const constants: {
    readonly Z_DEFAULT_COMPRESSION: number;
    readonly Z_MIN_CHUNK: number;
    readonly BROTLI_PARAM_MODE: number;
    readonly BROTLI_PARAM_QUALITY: number;
    readonly BROTLI_PARAM_SIZE_HINT: number;
    readonly BROTLI_MODE_FONT: number;
  };
  const crc32: ((bytes: Uint8Array) => number) | undefined;
  function brotliCompressSync(bytes: Uint8Array, options: { readonly params: Readonly<Record<number, number>> }): Buffer;
  function deflateRawSync(bytes: Uint8Array, options: { readonly level: number; readonly chunkSize: number }): Buffer;
  function inflateRawSync(bytes: Uint8Array, options: { readonly maxOutputLength: number }): Buffer;
}
