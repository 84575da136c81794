import type { TenantReader } from '@redress/persistence';
import { orderLineSubject, type CeilingSubject, type OrderLine } from '../model/ceiling-subject.model';

/** The ids of the ceilings of the subjects that have one. */
export async function idsBySubjects(reader: TenantReader, subjects: readonly CeilingSubject[]): Promise<string[]> {
  if (subjects.length === 0) return [];
  const wanted = new Set(subjects.map(({ kind, subject }) => `${kind} ${subject}`));
  // Kinds and subjects as two lists are a superset of the pairs, answered from the unique key without a temporary table.
  const rows = await reader.query<{ id: string; kind: string; subject: string }>(
    `SELECT c.id, c.kind, c.subject FROM ceiling c
     WHERE c.tenant_id = :tenantId AND c.kind IN (:kinds) AND c.subject IN (:names)`,
    {
      kinds: [...new Set(subjects.map(({ kind }) => kind))],
      names: [...new Set(subjects.map(({ subject }) => subject))],
    },
  );
  return rows.filter(({ kind, subject }) => wanted.has(`${kind} ${subject}`)).map(({ id }) => id);
}

/** The ids of the ceilings of the lines and of everything charged with them. */
export async function idsByLines(reader: TenantReader, orderLines: readonly OrderLine[]): Promise<string[]> {
  if (orderLines.length === 0) return [];
  const rows = await reader.query<{ id: string }>(
    `SELECT c.id FROM ceiling l JOIN ceiling c ON c.tenant_id = l.tenant_id AND c.line_id = l.id
     WHERE l.tenant_id = :tenantId AND l.kind = 'ORDER_LINE' AND l.subject IN (:names)`,
    { names: [...new Set(orderLines.map(orderLineSubject))] },
  );
  return rows.map(({ id }) => id);
}
