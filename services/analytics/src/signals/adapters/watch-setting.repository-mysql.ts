import type { WatchSettings } from '../model/watch-setting.repository';
import { AT_ONCE } from './watch-turns.repository-mysql';

interface SettingRow {
  readonly timeZone: string;
  readonly improvementPoints: number | null;
}

/** Settings in MySQL. */
export const watchSettingsInMysql: WatchSettings = {
  async at(reader, moment) {
    const [row] = await reader.query<SettingRow>(
      `SELECT s.time_zone AS timeZone, s.improvement_points AS improvementPoints FROM signal_setting s
       WHERE s.tenant_id = :tenantId AND s.effective_from <= :moment
       ORDER BY s.effective_from DESC, s.adoption_id DESC LIMIT 1`,
      { moment },
    );
    if (row === undefined) return { timeZone: 'UTC' };
    const { timeZone, improvementPoints } = row;
    return improvementPoints === null ? { timeZone } : { timeZone, improvementPoints };
  },

  async adopt(tx, { adoptionId, effectiveFrom, timeZone, improvementPoints }) {
    await tx.execute(
      `INSERT INTO signal_setting (tenant_id, effective_from, adoption_id, time_zone, improvement_points)
       VALUES (:tenantId, :effectiveFrom, :adoptionId, :timeZone, :improvementPoints)
       ON DUPLICATE KEY UPDATE adoption_id = adoption_id`,
      { adoptionId, effectiveFrom, timeZone, improvementPoints: improvementPoints ?? null },
    );
    await tx.execute(
      // Whoever has its turn at the moment keeps it; the organisation is looked at again right after it.
      `INSERT INTO signal_watch (tenant_id, due_at, look_at) VALUES (:tenantId, NOW(3), :atOnce)
       ON DUPLICATE KEY UPDATE look_at = :atOnce`,
      { atOnce: AT_ONCE },
    );
  },
};
