import type { Nodes } from 'mdast';
import type { Extension, Handle } from 'mdast-util-from-markdown';
import type { TokenType } from 'micromark-util-types';

/** Makes a node of each token of one type, from what was written. */
export function literalFromMarkdown(type: TokenType, node: (written: string) => Nodes): Extension {
  const enter: Handle = function (token) {
    this.enter(node(this.sliceSerialize(token)), token);
  };
  const exit: Handle = function (token) {
    this.exit(token);
  };
  return { enter: { [type]: enter }, exit: { [type]: exit } };
}
