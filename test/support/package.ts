import type { Scene } from '../../src/core/layout/types.ts';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import { readZip, type Parts } from '../../src/core/base/ooxml/zip.ts';

/** A .pptx as its parts, XML as text. */
export function opened(bytes: Uint8Array): Parts {
  const decoder = new TextDecoder();
  return new Map([...readZip(bytes)].map(([name, content]) => [name, /\.(?:xml|rels)$/.test(name) ? decoder.decode(content) : content]));
}

export function partText(parts: Parts, name: string): string {
  const content = parts.get(name);
  if (typeof content !== 'string') throw new Error(`no part ${name} among ${[...parts.keys()].join(', ')}`);
  return content;
}

/** A scene written and opened again. */
export async function written(scene: Scene): Promise<Parts> {
  return opened((await writePptx(scene)).value);
}

/** The n-th slide's part, from 1. */
export function slideText(parts: Parts, number = 1): string {
  return partText(parts, `ppt/slides/slide${number}.xml`);
}

/** The shapes of a slide by name: from their opening to their closing tag. */
export function shapeNamed(xml: string, name: string): string {
  const shapes = xml.match(/<p:(sp|pic|graphicFrame|cxnSp|grpSp)>[^]*?<\/p:\1>/g) ?? [];
  const found = shapes.find((shape) => /<p:cNvPr [^>]*name="([^"]*)"/.exec(shape)?.[1] === name);
  if (found === undefined) throw new Error(`no shape ${name} in ${xml}`);
  return found;
}
