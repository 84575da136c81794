import type { TenantReader } from '@redress/persistence';
import type { Standing } from '../model/standing.model';

export type { Standing };

interface StandingRow {
  readonly parties: string;
  readonly unit_id: string | null;
}

const STANDING = `
  SELECT s.parties, s.unit_id FROM staff_member s
  WHERE s.tenant_id = :tenantId AND s.active AND s.subject = :subject
  UNION ALL
  SELECT a.parties, NULL AS unit_id
  FROM staff_member d JOIN staff_member a ON a.tenant_id = d.tenant_id AND a.delegate = d.subject
  WHERE d.tenant_id = :tenantId AND d.active AND d.subject = :subject AND a.active AND a.absent_until > :now`;

/**
 * As whom a person acts: for the parties of the own appointment, and for those of absent colleagues whose delegate the
 * person is. For no party, where somebody is not registered or has left. One statement.
 */
export async function standingOf(reader: TenantReader, subject: string, now: Date): Promise<Standing> {
  const rows = await reader.query<StandingRow>(STANDING, { subject, now });
  const parties = [...new Set(rows.flatMap((row) => JSON.parse(row.parties) as string[]))];
  const unitId = rows.find(({ unit_id }) => unit_id !== null)?.unit_id;
  return { parties, ...(unitId === undefined || unitId === null ? {} : { unitId }) };
}

/** The parties of the regulation for which a person acts. */
export async function partiesOf(reader: TenantReader, subject: string, now: Date): Promise<readonly string[]> {
  return (await standingOf(reader, subject, now)).parties;
}
