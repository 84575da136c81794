import type { Node } from './syntax-tree';
import { identifierOf, isGroup, isSymbol, keywordOf } from './syntax-tree';
import { violation } from './tenant-scope-missing';

/** One table, or subquery in the place of a table, of a FROM clause. */
export interface TableReference {
  readonly alias: string;
  /** Undefined for a subquery or a function. */
  readonly table: string | undefined;
  readonly subquery: readonly Node[] | undefined;
  readonly lateral: boolean;
  /** Arguments of a function in the place of a table. */
  readonly arguments: readonly Node[];
  /** The condition of the JOIN that brought it in; it restricts this reference and no other, since the join may be an outer one. */
  readonly on: readonly Node[];
}

const JOIN_WORDS = new Set(['JOIN', 'INNER', 'CROSS', 'STRAIGHT_JOIN', 'LEFT', 'RIGHT', 'FULL', 'NATURAL']);
const NOT_AN_ALIAS = new Set([
  ...JOIN_WORDS,
  'ON',
  'USING',
  'AS',
  'PARTITION',
  'USE',
  'FORCE',
  'IGNORE',
  'OUTER',
  'SET',
  'WHERE',
  'OF',
  'FOR',
]);
const INDEX_HINTS = new Set(['USE', 'FORCE', 'IGNORE']);

/** Reads the tables of a FROM clause. RIGHT and NATURAL joins and joins in parentheses are refused: write LEFT JOIN … ON. */
export function tableReferences(nodes: readonly Node[]): TableReference[] {
  const references: TableReference[] = [];
  let rest = nodes;
  for (;;) {
    const factor = readFactor(rest);
    const on = readOn(factor.rest);
    references.push({ ...factor.reference, on: on.condition });
    if (on.rest.length === 0) return references;
    rest = afterConnector(on.rest);
  }
}

type Factor = { readonly reference: Omit<TableReference, 'on'>; readonly rest: readonly Node[] };

function readFactor(nodes: readonly Node[]): Factor {
  const lateral = keywordOf(nodes[0]) === 'LATERAL';
  const start = lateral ? nodes.slice(1) : nodes;
  const [first, second] = start;
  if (isGroup(first)) {
    const { alias, rest } = readAlias(start.slice(1));
    return {
      reference: {
        alias: alias ?? violation('a subquery in FROM needs an alias'),
        table: undefined,
        subquery: first.nodes,
        arguments: [],
        lateral,
      },
      rest,
    };
  }
  const table = identifierOf(first) ?? violation('a table was expected in FROM');
  if (NOT_AN_ALIAS.has(keywordOf(first))) violation(`${keywordOf(first)} is not expected in FROM`);
  if (isSymbol(second, '.')) violation('a table of another schema is another service’s');
  if (keywordOf(first) === 'JSON_TABLE' && isGroup(second)) {
    const { alias, rest } = readAlias(start.slice(2));
    return {
      reference: {
        alias: alias ?? violation('JSON_TABLE needs an alias'),
        table: undefined,
        subquery: undefined,
        lateral: true,
        arguments: second.nodes,
      },
      rest,
    };
  }
  const { alias, rest } = readAlias(start.slice(1));
  const isDual = keywordOf(first) === 'DUAL';
  return {
    reference: {
      alias: alias ?? table,
      table: isDual ? undefined : table,
      subquery: undefined,
      lateral,
      arguments: [],
    },
    rest: afterIndexHints(rest),
  };
}

function readAlias(nodes: readonly Node[]): { alias: string | undefined; rest: readonly Node[] } {
  const explicit = keywordOf(nodes[0]) === 'AS';
  const node = explicit ? nodes[1] : nodes[0];
  const alias = NOT_AN_ALIAS.has(keywordOf(node)) ? undefined : identifierOf(node);
  if (alias === undefined) return explicit ? violation('an alias was expected after AS') : { alias, rest: nodes };
  const rest = nodes.slice(explicit ? 2 : 1);
  // Names for the columns of a subquery.
  return { alias, rest: isGroup(rest[0]) ? rest.slice(1) : rest };
}

function afterIndexHints(nodes: readonly Node[]): readonly Node[] {
  if (!INDEX_HINTS.has(keywordOf(nodes[0]))) return nodes;
  const group = nodes.findIndex(isGroup);
  return group === -1
    ? violation('an index hint names its indexes in parentheses')
    : afterIndexHints(nodes.slice(group + 1));
}

function readOn(nodes: readonly Node[]): { condition: readonly Node[]; rest: readonly Node[] } {
  if (keywordOf(nodes[0]) === 'USING' && isGroup(nodes[1])) return { condition: [], rest: nodes.slice(2) };
  if (keywordOf(nodes[0]) !== 'ON') return { condition: [], rest: nodes };
  const end = nodes.findIndex((node, index) => index > 0 && beginsConnector(node, nodes[index + 1]));
  const condition = nodes.slice(1, end === -1 ? undefined : end);
  if (condition.some((node) => keywordOf(node) === 'ON')) violation('every JOIN is followed by its own ON');
  return { condition, rest: end === -1 ? [] : nodes.slice(end) };
}

/** LEFT(…) and RIGHT(…) are functions. */
function beginsConnector(node: Node, next: Node | undefined): boolean {
  return isSymbol(node, ',') || (JOIN_WORDS.has(keywordOf(node)) && !isGroup(next));
}

function afterConnector(nodes: readonly Node[]): readonly Node[] {
  if (isSymbol(nodes[0], ',')) return nodes.slice(1);
  const words: string[] = [];
  for (const node of nodes) {
    const keyword = keywordOf(node);
    words.push(keyword);
    if (keyword === 'JOIN' || keyword === 'STRAIGHT_JOIN' || words.length === 3) break;
  }
  const connector = words.join(' ');
  if (!['JOIN', 'INNER JOIN', 'CROSS JOIN', 'STRAIGHT_JOIN', 'LEFT JOIN', 'LEFT OUTER JOIN'].includes(connector)) {
    violation(`"${connector}" is not understood in FROM: use JOIN, LEFT JOIN or a comma`);
  }
  return nodes.slice(words.length);
}
