import { json } from '@redress/persistence';
import type { StaffBook } from '../model/staff-book.repository';

const PARTIES = `
  SELECT s.parties FROM staff_standing s
  WHERE s.tenant_id = :tenantId AND s.active AND s.subject = :subject
  UNION ALL
  SELECT a.parties
  FROM staff_standing d JOIN staff_standing a ON a.tenant_id = d.tenant_id AND a.delegate = d.subject
  WHERE d.tenant_id = :tenantId AND a.tenant_id = :tenantId AND d.active AND d.subject = :subject AND a.active
    AND a.absent_until > :now`;
const STANDING = `
  SELECT s.active FROM staff_standing s
  WHERE s.tenant_id = :tenantId AND s.subject = :subject ORDER BY s.active DESC LIMIT 1`;
const VERSION = `
  SELECT s.staff_version AS staffVersion FROM staff_standing s
  WHERE s.tenant_id = :tenantId AND s.staff_id = :staffId FOR UPDATE`;
const ENTER = `
  INSERT INTO staff_standing (tenant_id, staff_id, staff_version, subject, parties, unit_id, absent_until, delegate, active)
  VALUES (:tenantId, :staffId, :staffVersion, :subject, :parties, :unitId, :absentUntil, :delegate, :active)
  ON DUPLICATE KEY UPDATE staff_version = VALUES(staff_version), parties = VALUES(parties), unit_id = VALUES(unit_id),
    absent_until = VALUES(absent_until), delegate = VALUES(delegate), active = VALUES(active)`;

/** The copy in MySQL. */
export const mysqlStaffBook: StaffBook = {
  async partiesOf(reader, subject, now) {
    const rows = await reader.query<{ parties: string }>(PARTIES, { subject, now });
    return [...new Set(rows.flatMap(({ parties }) => JSON.parse(parties) as string[]))];
  },

  async standingOf(reader, subject) {
    const [row] = await reader.query<{ active: number }>(STANDING, { subject });
    return row === undefined ? undefined : { active: Number(row.active) === 1 };
  },

  async keep(tx, { parties, unitId, absentUntil, delegate, ...standing }) {
    const [known] = await tx.query<{ staffVersion: number }>(VERSION, { staffId: standing.staffId });
    if (known !== undefined && known.staffVersion >= standing.staffVersion) return;
    await tx.execute(ENTER, {
      ...standing,
      parties: json(parties),
      unitId: unitId ?? null,
      absentUntil: absentUntil ?? null,
      delegate: delegate ?? null,
    });
  },
};
