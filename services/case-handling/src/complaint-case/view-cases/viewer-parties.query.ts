import type { TenantReader } from '@redress/persistence';

/** The parties to which people are appointed, in the order of their subjects. */
export async function readParties(reader: TenantReader, subjects: readonly string[]): Promise<(readonly string[])[]> {
  const rows = await reader.query<{ readonly subject: string; readonly parties: string }>(
    'SELECT s.subject, s.parties FROM staff_member s WHERE s.tenant_id = :tenantId AND s.subject IN (:subjects)',
    { subjects },
  );
  const bySubject = new Map(rows.map(({ subject, parties }) => [subject, JSON.parse(parties) as string[]]));
  return subjects.map((subject) => bySubject.get(subject) ?? []);
}
