import type { TenantReader } from '@redress/persistence';

const PARTIES = `
  SELECT s.parties FROM staff_member s
  WHERE s.tenant_id = :tenantId AND s.active AND s.subject = :subject
  UNION ALL
  SELECT a.parties FROM staff_member d JOIN staff_member a ON a.tenant_id = d.tenant_id AND a.delegate = d.subject
  WHERE d.tenant_id = :tenantId AND d.active AND d.subject = :subject AND a.active AND a.absent_until > :now`;

/**
 * The parties of the regulation for which a person acts: those of the own appointment, and those of absent colleagues
 * whose delegate the person is. None for somebody who is not registered or has left.
 */
export async function partiesOf(reader: TenantReader, subject: string, now: Date): Promise<readonly string[]> {
  const rows = await reader.query<{ readonly parties: string }>(PARTIES, { subject, now });
  return [...new Set(rows.flatMap(({ parties }) => JSON.parse(parties) as string[]))];
}
