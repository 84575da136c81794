import { documentNumber } from '../model/paper.model';
import type { DocumentNumbers } from '../model/paper.repository';

/** Begins a series, or goes on by one in it. */
export const NEXT_IN_SERIES = `
  INSERT INTO document_series (tenant_id, series, year, last_serial) VALUES (:tenantId, :series, :year, 1)
  ON DUPLICATE KEY UPDATE last_serial = last_serial + 1`;

/** The row of the series is the lock: who comes later waits for the commit or the rollback of who was first. */
export const documentNumbersInMysql: DocumentNumbers = {
  async next(tx, series, year) {
    await tx.execute(NEXT_IN_SERIES, { series, year });
    const [row] = await tx.query<{ lastSerial: number }>(
      `SELECT d.last_serial AS lastSerial FROM document_series d
       WHERE d.tenant_id = :tenantId AND d.series = :series AND d.year = :year`,
      { series, year },
    );
    if (row === undefined) throw new Error(`series ${series} of ${year} is gone`);
    return documentNumber(series, year, Number(row.lastSerial));
  },
};
