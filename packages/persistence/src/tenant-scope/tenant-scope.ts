import type { CompiledStatement } from '../sql/compiled-statement';
import { checkQuery, NO_SURROUNDINGS } from './query-scope';
import type { Node } from './syntax-tree';
import { isGroup, keywordOf, syntaxTree } from './syntax-tree';
import { ScopeViolation, TenantScopeMissing, violation } from './tenant-scope-missing';
import { checkDelete, checkInsert, checkUpdate } from './write-scope';

/**
 * Throws {@link TenantScopeMissing} unless every table of the statement, in every subquery and branch, is restricted by
 * `alias.tenant_id = :tenantId` (or by equality with a table that is) and every inserted row carries `:tenantId`.
 * What is not understood is refused. It guards against forgetting, in SQL that programmers write; it knows no views and
 * no stored functions, and relies on unique keys that begin with `tenant_id` for ON DUPLICATE KEY UPDATE.
 */
export function assertTenantScope({ tokens, text }: CompiledStatement): void {
  try {
    check(syntaxTree(tokens) ?? violation('parentheses do not match'));
  } catch (error) {
    if (error instanceof ScopeViolation) throw new TenantScopeMissing(error.message, text);
    throw error;
  }
}

function check(nodes: readonly Node[]): void {
  const [first] = nodes;
  switch (isGroup(first) ? 'SELECT' : keywordOf(first)) {
    case 'SELECT':
    case 'WITH':
      checkQuery(nodes, NO_SURROUNDINGS);
      return;
    case 'INSERT':
      checkInsert(nodes);
      return;
    case 'UPDATE':
      checkUpdate(nodes);
      return;
    case 'DELETE':
      checkDelete(nodes);
      return;
    default:
      violation('only SELECT, WITH, INSERT, UPDATE and DELETE are accepted');
  }
}
