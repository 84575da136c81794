import { seriesKey, type SeriesName } from '../model/series.model';
import type { Signals } from '../model/signal.repository';
import { SIGNAL_COLUMNS, signalOf, signalRow, type SignalRow } from './signal.row';

/** Signals in MySQL. */
export const signalsInMysql: Signals = {
  async ongoing(reader) {
    const rows = await reader.query<SignalRow>(
      `SELECT ${SIGNAL_COLUMNS} FROM rise_signal r WHERE r.tenant_id = :tenantId AND r.ongoing_series IS NOT NULL
       ORDER BY r.id`,
    );
    return rows.map(signalOf);
  },

  async endedSince(reader, since) {
    const rows = await reader.query<SeriesName & { readonly endedOn: string }>(
      `SELECT r.figure, r.dimension, r.series_value AS value, MAX(r.ended_on) AS endedOn FROM rise_signal r
       WHERE r.tenant_id = :tenantId AND r.ended_on >= :since GROUP BY r.figure, r.dimension, r.series_value`,
      { since },
    );
    return new Map(rows.map((row) => [seriesKey(row), row.endedOn]));
  },

  async lock(tx, id) {
    const [row] = await tx.query<SignalRow>(
      `SELECT ${SIGNAL_COLUMNS} FROM rise_signal r WHERE r.tenant_id = :tenantId AND r.id = :id FOR UPDATE`,
      { id },
    );
    return row === undefined ? undefined : signalOf(row);
  },

  async add(tx, signals) {
    if (signals.length > 0) await tx.insertMany('rise_signal', signals.map(signalRow));
  },

  async save(tx, signal) {
    const { id, ...columns } = signalRow(signal);
    const set = Object.keys(columns).map((name) => `r.${name} = :${name}`);
    await tx.execute(`UPDATE rise_signal r SET ${set.join(', ')} WHERE r.tenant_id = :tenantId AND r.id = :id`, {
      id,
      ...columns,
    });
  },
};
