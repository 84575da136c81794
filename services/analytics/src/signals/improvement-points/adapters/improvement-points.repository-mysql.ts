import type { ImprovementPoints } from '../model/improvement-points.repository';
import { POINT_COLUMNS, pointOf, pointRow, type ImprovementPointRow } from './improvement-point.row';

const ALL = `SELECT ${POINT_COLUMNS} FROM improvement_point i WHERE i.tenant_id = :tenantId`;

/** Improvement points in MySQL. */
export const improvementPointsInMysql: ImprovementPoints = {
  async ofMonth(reader, month) {
    const sql = `${ALL} AND i.found_in = :month ORDER BY i.place`;
    return (await reader.query<ImprovementPointRow>(sql, { month })).map(pointOf);
  },

  async live(reader) {
    const sql = `${ALL} AND i.state IN ('PROPOSED', 'ADOPTED', 'DONE') ORDER BY i.id`;
    return (await reader.query<ImprovementPointRow>(sql)).map(pointOf);
  },

  async measurable(reader, today, { after = '', limit }) {
    const sql = `${ALL} AND i.measure_from <= :today AND i.id > :after ORDER BY i.id LIMIT :limit`;
    return (await reader.query<ImprovementPointRow>(sql, { today, after, limit })).map(pointOf);
  },

  async lock(tx, id) {
    const [row] = await tx.query<ImprovementPointRow>(`${ALL} AND i.id = :id FOR UPDATE`, { id });
    return row === undefined ? undefined : pointOf(row);
  },

  async add(tx, points) {
    if (points.length > 0) await tx.insertMany('improvement_point', points.map(pointRow));
  },

  async save(tx, point) {
    const { id, ...columns } = pointRow(point);
    const set = Object.keys(columns).map((name) => `i.${name} = :${name}`);
    await tx.execute(`UPDATE improvement_point i SET ${set.join(', ')} WHERE i.tenant_id = :tenantId AND i.id = :id`, {
      id,
      ...columns,
    });
  },
};
