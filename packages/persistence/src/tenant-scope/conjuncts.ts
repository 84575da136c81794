import type { Node } from './syntax-tree';
import { identifierOf, isGroup, isSymbol, keywordOf } from './syntax-tree';

/** `alias.tenant_id = :tenantId`, or equal to the tenant of another table; `alias` is undefined when it was not written. */
export interface TenantCondition {
  readonly alias: string | undefined;
  readonly equals: { readonly parameter: true } | { readonly parameter: false; readonly alias: string };
}

const WEAKER_THAN_AND = new Set(['OR', 'XOR']);

/**
 * Conditions on `tenant_id` that hold for every row that passes the expression: those that are joined to the rest by
 * nothing but AND. Anything that could make one of them optional (OR, XOR, ||, NOT, a CASE) makes it not count.
 */
export function tenantConditions(expression: readonly Node[]): TenantCondition[] {
  const conjuncts = conjunctsOf(expression);
  return conjuncts.flatMap((conjunct) => {
    const [only] = conjunct;
    if (conjunct.length === 1 && isGroup(only)) return tenantConditions(only.nodes);
    return tenantCondition(conjunct) ?? [];
  });
}

function conjunctsOf(expression: readonly Node[]): Node[][] {
  const conjuncts: Node[][] = [[]];
  let openCases = 0;
  let openBetweens = 0;
  for (const node of expression) {
    const keyword = keywordOf(node);
    if (openCases === 0 && (WEAKER_THAN_AND.has(keyword) || isSymbol(node, '||'))) return [];
    if (keyword === 'CASE') openCases += 1;
    if (keyword === 'END') openCases -= 1;
    if (openCases < 0) return [];
    if (keyword === 'BETWEEN' && openCases === 0) openBetweens += 1;
    if (keyword !== 'AND' || openCases > 0) {
      conjuncts.at(-1)?.push(node);
    } else if (openBetweens > 0) {
      openBetweens -= 1;
      conjuncts.at(-1)?.push(node);
    } else {
      conjuncts.push([]);
    }
  }
  return openCases === 0 && openBetweens === 0 ? conjuncts : [];
}

function tenantCondition(conjunct: readonly Node[]): TenantCondition | undefined {
  const equals = conjunct.findIndex((node) => isSymbol(node, '='));
  if (equals === -1) return undefined;
  const left = side(conjunct.slice(0, equals));
  const right = side(conjunct.slice(equals + 1));
  if (left === undefined || right === undefined) return undefined;
  const [column, other] = left.parameter ? [right, left] : [left, right];
  if (column.parameter) return undefined;
  if (other.parameter) return { alias: column.alias, equals: { parameter: true } };
  if (column.alias === undefined || other.alias === undefined) return undefined;
  return { alias: column.alias, equals: { parameter: false, alias: other.alias } };
}

type Side = { readonly parameter: true } | { readonly parameter: false; readonly alias: string | undefined };

function side(nodes: readonly Node[]): Side | undefined {
  if (isTenantParameter(nodes)) return { parameter: true };
  const column = tenantColumn(nodes);
  return column === undefined ? undefined : { parameter: false, alias: column.alias };
}

/** Whether the nodes are exactly `:tenantId`. */
export function isTenantParameter(nodes: readonly Node[]): boolean {
  const [only] = nodes;
  return (
    nodes.length === 1 && only !== undefined && !isGroup(only) && only.kind === 'parameter' && only.text === 'tenantId'
  );
}

/** The alias of exactly `alias.tenant_id` or `tenant_id`, or undefined when the nodes are something else. */
export function tenantColumn(nodes: readonly Node[]): { readonly alias: string | undefined } | undefined {
  const column = identifierOf(nodes.at(-1));
  if (column !== 'tenant_id') return undefined;
  if (nodes.length === 1) return { alias: undefined };
  const alias = identifierOf(nodes[0]);
  return nodes.length === 3 && isSymbol(nodes[1], '.') && alias !== undefined ? { alias } : undefined;
}
