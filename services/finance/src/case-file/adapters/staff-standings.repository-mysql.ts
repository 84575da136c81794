import { json } from '@redress/persistence';
import type { StaffStanding, StaffStandings } from '../model/staff-standings.repository';

interface StandingRow {
  readonly staffId: string;
  readonly staffVersion: number;
  readonly subject: string;
  readonly parties: string;
  readonly unitId: string | null;
  readonly absentUntil: Date | null;
  readonly delegate: string | null;
}

const COLUMNS = `s.staff_id AS staffId, s.staff_version AS staffVersion, s.subject, s.parties, s.unit_id AS unitId,
  s.absent_until AS absentUntil, s.delegate`;
const ACTING = `
  SELECT ${COLUMNS} FROM staff_standing s WHERE s.tenant_id = :tenantId AND s.active AND s.subject = :subject
  UNION ALL
  SELECT ${COLUMNS}
  FROM staff_standing d JOIN staff_standing s ON s.tenant_id = d.tenant_id AND s.delegate = d.subject
  WHERE d.tenant_id = :tenantId AND s.tenant_id = :tenantId AND d.active AND d.subject = :subject AND s.active
    AND s.absent_until > :at`;
const MEMBERS = `SELECT ${COLUMNS} FROM staff_standing s WHERE s.tenant_id = :tenantId AND s.active ORDER BY s.subject`;
const VERSION = `
  SELECT s.staff_version AS staffVersion FROM staff_standing s
  WHERE s.tenant_id = :tenantId AND s.staff_id = :staffId FOR UPDATE`;
const KEEP = `
  INSERT INTO staff_standing (tenant_id, staff_id, staff_version, subject, parties, unit_id, absent_until, delegate, active)
  VALUES (:tenantId, :staffId, :staffVersion, :subject, :parties, :unitId, :absentUntil, :delegate, :active)
  ON DUPLICATE KEY UPDATE staff_version = VALUES(staff_version), subject = VALUES(subject), parties = VALUES(parties),
    unit_id = VALUES(unit_id), absent_until = VALUES(absent_until), delegate = VALUES(delegate), active = VALUES(active)`;

export const staffStandingsInMysql: StaffStandings = {
  async keep(tx, { parties, unitId, absentUntil, delegate, ...standing }) {
    const [known] = await tx.query<{ staffVersion: number }>(VERSION, { staffId: standing.staffId });
    if (known !== undefined && Number(known.staffVersion) >= standing.staffVersion) return;
    await tx.execute(KEEP, {
      ...standing,
      parties: json(parties),
      unitId: unitId ?? null,
      absentUntil: absentUntil ?? null,
      delegate: delegate ?? null,
    });
  },

  async actingAs(reader, subject, at) {
    return (await reader.query<StandingRow>(ACTING, { subject, at })).map(restored);
  },

  async membersOf(reader, parties) {
    if (parties.length === 0) return [];
    const all = (await reader.query<StandingRow>(MEMBERS)).map(restored);
    const members = all.filter((each) => each.parties.some((party) => parties.includes(party)));
    const delegates = new Set(members.flatMap(({ delegate }) => delegate ?? []));
    return all.filter((each) => members.includes(each) || delegates.has(each.subject));
  },
};

function restored({ staffVersion, parties, unitId, absentUntil, delegate, ...row }: StandingRow): StaffStanding {
  return {
    ...row,
    staffVersion: Number(staffVersion),
    parties: JSON.parse(parties) as string[],
    active: true,
    ...(unitId === null ? {} : { unitId }),
    ...(absentUntil === null ? {} : { absentUntil }),
    ...(delegate === null ? {} : { delegate }),
  };
}
