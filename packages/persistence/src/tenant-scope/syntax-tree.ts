import type { Token } from '../sql/tokenizer';

/** A parenthesised part of a statement. */
export interface Group {
  readonly nodes: readonly Node[];
}

/** A token, or everything between a pair of parentheses. */
export type Node = Token | Group;

/** Folds parentheses into groups; returns undefined when they do not match. */
export function syntaxTree(tokens: readonly Token[]): readonly Node[] | undefined {
  const open: Node[][] = [[]];
  for (const token of tokens) {
    if (isSymbol(token, '(')) {
      open.push([]);
    } else if (isSymbol(token, ')')) {
      const nodes = open.pop() ?? [];
      const parent = open.at(-1);
      if (parent === undefined) return undefined;
      parent.push({ nodes });
    } else {
      open.at(-1)?.push(token);
    }
  }
  return open.length === 1 ? open[0] : undefined;
}

/** Whether the node is a parenthesised part. */
export function isGroup(node: Node | undefined): node is Group {
  return node !== undefined && 'nodes' in node;
}

/** The keyword at the node, or an empty text. */
export function keywordOf(node: Node | undefined): string {
  return node === undefined || isGroup(node) ? '' : node.keyword;
}

/** Whether the node is the given symbol. */
export function isSymbol(node: Node | undefined, text: string): boolean {
  return node !== undefined && !isGroup(node) && node.kind === 'symbol' && node.text === text;
}

/** The identifier at the node, or undefined. */
export function identifierOf(node: Node | undefined): string | undefined {
  if (node === undefined || isGroup(node)) return undefined;
  return node.kind === 'word' || node.kind === 'name' ? node.text : undefined;
}

/** The parts between nodes that satisfy the predicate, on this level only. */
export function split(nodes: readonly Node[], isSeparator: (node: Node) => boolean): Node[][] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (isSeparator(node)) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}
