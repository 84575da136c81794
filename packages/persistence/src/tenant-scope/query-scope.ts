import { clausesOf } from './clauses';
import type { TenantCondition } from './conjuncts';
import { tenantConditions } from './conjuncts';
import type { Node } from './syntax-tree';
import { identifierOf, isGroup, isSymbol, keywordOf, split } from './syntax-tree';
import type { TableReference } from './table-references';
import { tableReferences } from './table-references';
import { violation } from './tenant-scope-missing';

/** What a query block sees from the outside. */
export interface Surroundings {
  /** Names of common table expressions, which are checked where they are defined. */
  readonly expressions: ReadonlySet<string>;
  /** Aliases of surrounding blocks whose rows are known to be the tenant's. */
  readonly scopedAliases: ReadonlySet<string>;
}

export const NO_SURROUNDINGS: Surroundings = { expressions: new Set(), scopedAliases: new Set() };

/** A query block that passed. */
export interface CheckedBlock {
  readonly projection: readonly Node[];
  readonly scopedAliases: ReadonlySet<string>;
  readonly onlyAlias: string | undefined;
}

const SET_OPERATORS = new Set(['UNION', 'EXCEPT', 'INTERSECT']);

/** Checks a query with its common table expressions and set operations; returns its blocks. */
export function checkQuery(nodes: readonly Node[], surroundings: Surroundings): CheckedBlock[] {
  if (keywordOf(nodes[0]) === 'WITH') {
    const { rest, inner } = checkExpressions(nodes.slice(1), surroundings);
    return checkQuery(rest, inner);
  }
  return split(nodes, (node) => SET_OPERATORS.has(keywordOf(node))).flatMap((part) => {
    const block = ['ALL', 'DISTINCT'].includes(keywordOf(part[0])) ? part.slice(1) : part;
    const [first] = block;
    if (!isGroup(first)) return [checkBlock(block, surroundings)];
    checkNested(block.slice(1), surroundings);
    refuseTail(block.slice(1));
    return checkQuery(first.nodes, surroundings);
  });
}

/** After a SELECT in parentheses only the ordering of the whole may follow. */
function refuseTail(nodes: readonly Node[]): void {
  if (nodes.length > 0 && !['ORDER', 'LIMIT'].includes(keywordOf(nodes[0])))
    violation('only ORDER BY or LIMIT may follow a query in parentheses');
}

function checkExpressions(
  nodes: readonly Node[],
  surroundings: Surroundings,
): { rest: readonly Node[]; inner: Surroundings } {
  const recursive = keywordOf(nodes[0]) === 'RECURSIVE';
  const expressions = new Set(surroundings.expressions);
  let rest = recursive ? nodes.slice(1) : nodes;
  for (;;) {
    const name = identifierOf(rest[0]) ?? violation('a name was expected after WITH');
    const body = isGroup(rest[1]) ? rest.slice(2) : rest.slice(1);
    const [as, query] = body;
    if (keywordOf(as) !== 'AS' || !isGroup(query)) return violation('WITH is followed by name AS (query)');
    // Without RECURSIVE the name means a table inside of its own query.
    if (recursive) expressions.add(name);
    checkQuery(query.nodes, { ...surroundings, expressions: new Set(expressions) });
    expressions.add(name);
    rest = body.slice(2);
    if (!isSymbol(rest[0], ',')) return { rest, inner: { ...surroundings, expressions } };
    rest = rest.slice(1);
  }
}

function checkBlock(nodes: readonly Node[], surroundings: Surroundings): CheckedBlock {
  if (keywordOf(nodes[0]) !== 'SELECT') return violation('a query begins with SELECT or WITH');
  const clauses = clausesOf(nodes);
  const from = clauses.get('FROM');
  const references = from === undefined ? [] : tableReferences(from);
  const scopedAliases = checkTables(references, clauses.get('WHERE') ?? [], surroundings);
  for (const clause of clauses.values()) {
    if (clause !== from) checkNested(clause, { ...surroundings, scopedAliases });
  }
  return {
    projection: clauses.get('SELECT') ?? [],
    scopedAliases,
    onlyAlias: references.length === 1 ? references[0]?.alias : undefined,
  };
}

/** Demands that every table is restricted to the tenant; returns the aliases that subqueries may compare with. */
export function checkTables(
  references: readonly TableReference[],
  where: readonly Node[],
  surroundings: Surroundings,
): ReadonlySet<string> {
  const conditions = tenantConditions(where);
  const isTable = ({ table }: TableReference): boolean => table !== undefined && !surroundings.expressions.has(table);
  const tables = references.filter(isTable);
  const outside = new Set(surroundings.scopedAliases);
  for (const { alias } of references) outside.delete(alias);
  const scoped = new Set(outside);
  for (let before = -1; before !== scoped.size;) {
    before = scoped.size;
    for (const reference of tables) {
      const own = [...conditions, ...tenantConditions(reference.on)];
      if (own.some((condition) => restricts(condition, reference.alias, references.length === 1, scoped)))
        scoped.add(reference.alias);
    }
  }
  const open = tables.find(({ alias }) => !scoped.has(alias));
  if (open !== undefined)
    violation(`"${open.alias}.tenant_id = :tenantId" is missing as a condition that always holds`);
  for (const { subquery, lateral, on, arguments: ofFunction } of references) {
    if (subquery !== undefined)
      checkQuery(subquery, lateral ? { ...surroundings, scopedAliases: scoped } : surroundings);
    checkNested([...ofFunction, ...on], { ...surroundings, scopedAliases: scoped });
  }
  return scoped;
}

function restricts(
  { alias, equals }: TenantCondition,
  target: string,
  isOnly: boolean,
  scoped: ReadonlySet<string>,
): boolean {
  if (equals.parameter) return alias === target || (alias === undefined && isOnly);
  return (
    (alias === target && scoped.has(equals.alias)) ||
    (equals.alias === target && alias !== undefined && scoped.has(alias))
  );
}

/** Finds the queries inside an expression and checks each. */
export function checkNested(nodes: readonly Node[], surroundings: Surroundings): void {
  for (const node of nodes) {
    if (keywordOf(node) === 'TABLE') violation('TABLE is not accepted here');
    if (!isGroup(node)) continue;
    if (isQuery(node.nodes)) checkQuery(node.nodes, surroundings);
    else checkNested(node.nodes, surroundings);
  }
}

function isQuery(nodes: readonly Node[]): boolean {
  return (
    nodes.some((node) => ['SELECT', 'WITH', 'FROM'].includes(keywordOf(node)) && node === nodes[0]) ||
    nodes.some((node) => SET_OPERATORS.has(keywordOf(node)))
  );
}
