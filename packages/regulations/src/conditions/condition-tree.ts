import type { ASTNode } from '@marcbachmann/cel-js';

/** The parts of an expression that stand directly in it. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  return (Array.isArray(node.args) ? (node.args as unknown[]).flat() : [node.args]).filter(isNode);
}

/** The expression and everything in it. */
export function* nodesOf(node: ASTNode): Generator<ASTNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value;
}
