import { isDuplicateKey } from '@redress/persistence';
import { OutsideFigureTaken, type OutsideFigure, type OutsideFigures } from '../outside-figure.repository';

interface FigureRow extends Omit<OutsideFigure, 'numerator' | 'denominator'> {
  readonly numerator: string;
  readonly denominator: string;
}

const COLUMNS = `f.id, f.figure, DATE_FORMAT(f.period_from, '%Y-%m-%d') AS \`from\`,
  DATE_FORMAT(f.period_until, '%Y-%m-%d') AS \`until\`, f.version, f.numerator, f.denominator, f.source,
  f.recorded_by AS recordedBy, f.recorded_at AS recordedAt`;

const restored = ({ numerator, denominator, version, ...row }: FigureRow): OutsideFigure => ({
  ...row,
  version: Number(version),
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});

/** Outside figures in MySQL. */
export const outsideFiguresInMysql: OutsideFigures = {
  async until(reader, day) {
    const rows = await reader.query<FigureRow>(
      `SELECT ${COLUMNS} FROM outside_figure f
       WHERE f.tenant_id = :tenantId AND f.period_until <= :day AND NOT EXISTS (
         SELECT 1 FROM outside_figure n WHERE n.tenant_id = :tenantId AND n.figure = f.figure
           AND n.period_from = f.period_from AND n.period_until = f.period_until AND n.version > f.version)
       ORDER BY f.period_until DESC, f.period_from DESC LIMIT 1000`,
      { day },
    );
    return rows.map(restored);
  },

  async lock(tx, { figure, from, until }) {
    const rows = await tx.query<FigureRow>(
      `SELECT ${COLUMNS} FROM outside_figure f WHERE f.tenant_id = :tenantId AND f.figure = :figure
         AND f.period_from = :from AND f.period_until = :until ORDER BY f.version DESC LIMIT 1 FOR UPDATE`,
      { figure, from, until },
    );
    return rows.map(restored)[0];
  },

  async add(tx, figure) {
    const insertion = tx.execute(
      `INSERT INTO outside_figure (tenant_id, figure, period_from, period_until, version, id, numerator, denominator,
         source, recorded_by, recorded_at)
       VALUES (:tenantId, :figure, :from, :until, :version, :id, :numerator, :denominator, :source, :recordedBy,
         :recordedAt)`,
      { ...figure },
    );
    await insertion.catch((error: unknown) => {
      throw isDuplicateKey(error) ? new OutsideFigureTaken() : error;
    });
  },
};
