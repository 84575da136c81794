import type { ClauseName } from './clauses';
import { clausesOf } from './clauses';
import { isTenantParameter, tenantColumn } from './conjuncts';
import type { CheckedBlock } from './query-scope';
import { checkNested, checkQuery, checkTables, NO_SURROUNDINGS } from './query-scope';
import type { Node } from './syntax-tree';
import { identifierOf, isGroup, isSymbol, keywordOf, split } from './syntax-tree';
import { tableReferences } from './table-references';
import { violation } from './tenant-scope-missing';

const isComma = (node: Node): boolean => isSymbol(node, ',');

/** Checks INSERT: the column list names `tenant_id`, and every row gives `:tenantId` or a scoped table's tenant for it. */
export function checkInsert(nodes: readonly Node[]): void {
  const into = nodes.findIndex((node) => keywordOf(node) === 'INTO');
  if (into === -1 || into > 2) violation('INSERT is followed by INTO');
  const [table, columns, ...source] = nodes.slice(into + 1);
  if (identifierOf(table) === undefined || !isGroup(columns))
    return violation('INSERT INTO names one table of this schema and its columns');
  const tenantAt = split(columns.nodes, isComma).findIndex((column) => tenantColumn(column) !== undefined);
  if (tenantAt === -1) violation('tenant_id is missing among the columns of INSERT');
  const update = source.findIndex(
    (node, index) => keywordOf(node) === 'ON' && keywordOf(source[index + 1]) === 'DUPLICATE',
  );
  const rows = update === -1 ? source : source.slice(0, update);
  if (['VALUES', 'VALUE'].includes(keywordOf(rows[0]))) checkTuples(rows.slice(1), tenantAt);
  else checkQuery(rows, NO_SURROUNDINGS).forEach((block) => checkProjection(block, tenantAt));
  if (update !== -1) checkAssignments(source.slice(update + 4), new Set());
}

function checkTuples(nodes: readonly Node[], tenantAt: number): void {
  const alias = nodes.findIndex((node) => keywordOf(node) === 'AS');
  const tuples = alias === -1 ? nodes : nodes.slice(0, alias);
  for (const tuple of split(tuples, isComma)) {
    const [only] = tuple;
    if (tuple.length !== 1 || !isGroup(only)) return violation('VALUES is followed by rows in parentheses');
    if (!isTenantParameter(split(only.nodes, isComma)[tenantAt] ?? []))
      violation('a row of INSERT must give :tenantId for tenant_id');
    checkNested(only.nodes, NO_SURROUNDINGS);
  }
}

const SELECT_MODIFIERS = new Set(['DISTINCT', 'ALL', 'STRAIGHT_JOIN', 'HIGH_PRIORITY', 'SQL_NO_CACHE']);

function checkProjection({ projection, scopedAliases, onlyAlias }: CheckedBlock, tenantAt: number): void {
  const start = projection.findIndex((node) => !SELECT_MODIFIERS.has(keywordOf(node)));
  const items = split(projection.slice(start), isComma);
  if (items.slice(0, tenantAt + 1).some((item) => isSymbol(item.at(-1), '*')))
    violation('* before tenant_id hides which column is the tenant');
  const item = items[tenantAt] ?? [];
  const as = item.findIndex((node) => keywordOf(node) === 'AS');
  const value = as === -1 ? item : item.slice(0, as);
  const column = tenantColumn(value);
  const alias = column?.alias ?? onlyAlias;
  const isScoped = column !== undefined && alias !== undefined && scopedAliases.has(alias);
  if (!isTenantParameter(value) && !isScoped) violation('the SELECT of an INSERT must give :tenantId for tenant_id');
}

/** Checks UPDATE: every table is restricted to the tenant, and no row changes its tenant. */
export function checkUpdate(nodes: readonly Node[]): void {
  const set = nodes.findIndex((node) => keywordOf(node) === 'SET');
  if (set === -1) violation('UPDATE without SET');
  const end = nodes.findIndex((node, index) => index > set && ['WHERE', 'ORDER', 'LIMIT'].includes(keywordOf(node)));
  const head = nodes.slice(1, set);
  const tables = ['IGNORE', 'LOW_PRIORITY'].includes(keywordOf(head[0])) ? head.slice(1) : head;
  const scoped = checkRestriction(tables, end === -1 ? [] : nodes.slice(end));
  checkAssignments(nodes.slice(set + 1, end === -1 ? undefined : end), scoped);
}

/** Checks DELETE, of one table or with joins; the form with USING is refused. */
export function checkDelete(nodes: readonly Node[]): void {
  const from = nodes.findIndex((node) => keywordOf(node) === 'FROM');
  if (from === -1) violation('DELETE without FROM');
  const end = nodes.findIndex((node) => ['WHERE', 'ORDER', 'LIMIT'].includes(keywordOf(node)));
  checkRestriction(nodes.slice(from + 1, end === -1 ? undefined : end), end === -1 ? [] : nodes.slice(end));
}

function checkRestriction(tables: readonly Node[], tail: readonly Node[]): ReadonlySet<string> {
  const clauses = clausesOf(tail);
  const scoped = checkTables(tableReferences(tables), clauses.get('WHERE') ?? [], NO_SURROUNDINGS);
  const allowed: readonly ClauseName[] = ['WHERE', 'ORDER', 'LIMIT'];
  for (const [name, clause] of clauses) {
    if (!allowed.includes(name)) violation(`${name} is not expected here`);
    checkNested(clause, { ...NO_SURROUNDINGS, scopedAliases: scoped });
  }
  return scoped;
}

function checkAssignments(nodes: readonly Node[], scopedAliases: ReadonlySet<string>): void {
  for (const assignment of split(nodes, isComma)) {
    const equals = assignment.findIndex((node) => isSymbol(node, '='));
    if (equals === -1) violation('an assignment was expected');
    if (identifierOf(assignment[equals - 1])?.toLowerCase() === 'tenant_id')
      violation('a row cannot change its tenant');
    if (assignment.some((node) => keywordOf(node) === 'RETURNING')) violation('RETURNING is not accepted here');
    checkNested(assignment, { ...NO_SURROUNDINGS, scopedAliases });
  }
}
