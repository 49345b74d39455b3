import { sha256 } from '../../base/hash.ts';
import type { Scene } from '../types.ts';

/** Counts up with each change of the scene's form that a reader has to know of. */
export const SCENE_VERSION = 1;

/**
 * A scene as JSON, for programs and for comparing: `{ version, scene }`, keys in the order of the types, media by their hash. Bytes
 * (pictures, an organisation's own file) stand as `{ sha256, length }`. The same scene gives the same text.
 */
export function sceneJson(scene: Scene): string {
  const plain = (_: string, value: unknown): unknown => {
    if (value instanceof Uint8Array) return { sha256: sha256(value), length: value.byteLength };
    if (value instanceof Map) return Object.fromEntries(value as ReadonlyMap<string, unknown>);
    return value;
  };
  return `${JSON.stringify({ version: SCENE_VERSION, scene }, plain, 1)}\n`;
}
