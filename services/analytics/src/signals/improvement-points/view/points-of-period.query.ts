import { toGlobalId } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import { startOf } from '../../model/local-day.model';
import { POINT_COLUMNS, pointOf, type ImprovementPointRow } from '../adapters/improvement-point.row';
import type { ImprovementPoint } from '../model/improvement-point.model';

/** Local days, the last without. */
interface Period {
  readonly from: string;
  readonly to: string;
}

/** As many as an answer has groups. */
const POINTS_AT_MOST = 5_000;

/** A month ends in the period when the first day after it lies in it, or is the first day after it. */
const OF_PERIOD = `
  SELECT ${POINT_COLUMNS} FROM improvement_point i
  WHERE i.tenant_id = :tenantId
    AND ((i.found_in >= :firstMonth AND i.found_in < :endMonth)
      OR (i.adopted_on >= :from AND i.adopted_on < :to)
      OR (i.completed_on >= :from AND i.completed_on < :to)
      OR (i.state = 'REJECTED' AND i.decided_at >= :start AND i.decided_at < :end)
      OR (JSON_VALUE(i.effect, '$.measuredAt') >= :startText AND JSON_VALUE(i.effect, '$.measuredAt') < :endText))
  ORDER BY i.found_in, i.place, i.id LIMIT ${POINTS_AT_MOST}`;

/** What was found, decided, done or measured in a period, with the ids of the graph. */
export async function pointsOfPeriod(
  reader: TenantReader,
  { from, to }: Period,
  timeZone: string,
): Promise<readonly ImprovementPoint[]> {
  const [start, end] = [startOf(from, timeZone), startOf(to, timeZone)];
  const rows = await reader.query<ImprovementPointRow>(OF_PERIOD, {
    ...{ from, to, start, end, startText: start.toISOString(), endText: end.toISOString() },
    ...{ firstMonth: from.slice(0, 7), endMonth: to.slice(0, 7) },
  });
  return rows.map(pointOf).map((point) => ({
    ...point,
    id: toGlobalId('ImprovementPoint', point.id),
    ...(point.signalId === undefined ? {} : { signalId: toGlobalId('Signal', point.signalId) }),
  }));
}

/** Whether the organisation, whose regulation has improvements proposed, was not looked at since the period ended. */
export async function pointsAwaited(reader: TenantReader, { to }: Period, timeZone: string): Promise<boolean> {
  const [row] = await reader.query<{ asked: number | null; day: string | null }>(
    `SELECT s.improvement_points AS asked, w.watched_until AS day FROM signal_setting s
     JOIN signal_watch w ON w.tenant_id = :tenantId
     WHERE s.tenant_id = :tenantId AND s.effective_from < :end
     ORDER BY s.effective_from DESC, s.adoption_id DESC LIMIT 1`,
    { end: startOf(to, timeZone) },
  );
  return row !== undefined && row.asked !== null && (row.day === null || row.day < to);
}
