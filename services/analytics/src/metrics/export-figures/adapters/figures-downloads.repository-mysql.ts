import { json } from '@redress/persistence';
import type { FiguresQuery } from '../../questions/figures-query.model';
import type { FiguresDownload, FiguresDownloads } from '../figures-downloads.repository';

interface DownloadRow extends Pick<FiguresDownload, 'id' | 'preparedBy' | 'format' | 'sha256' | 'expiresAt'> {
  readonly seesPersons: number;
  readonly question: string;
  readonly position: string;
  readonly time: Date;
  readonly complete: number;
  readonly metricVersion: number;
  readonly sizeBytes: number;
}

const COLUMNS = `d.id, d.prepared_by AS preparedBy, d.sees_persons AS seesPersons, d.question, d.format,
  d.as_of_position AS position, d.as_of_time AS time, d.as_of_complete AS complete, d.metric_version AS metricVersion,
  d.size_bytes AS sizeBytes, d.sha256, d.expires_at AS expiresAt`;
/** More than one are added at a time, so that they become fewer. */
const SWEPT_AT_ONCE = 20;

/** Downloads in MySQL. */
export const figuresDownloadsInMysql: FiguresDownloads = {
  async add(tx, { query, asOf, seesPersons, ...download }, endedBefore) {
    await tx.execute(
      `DELETE FROM figures_download WHERE tenant_id = :tenantId AND expires_at < :endedBefore
       ORDER BY expires_at LIMIT :limit`,
      { endedBefore, limit: SWEPT_AT_ONCE },
    );
    await tx.execute(
      `INSERT INTO figures_download (tenant_id, id, prepared_by, sees_persons, question, format, as_of_position, as_of_time,
         as_of_complete, metric_version, size_bytes, sha256, expires_at)
       VALUES (:tenantId, :id, :preparedBy, :seesPersons, :question, :format, :position, :time, :complete, :metricVersion,
         :sizeBytes, :sha256, :expiresAt)`,
      {
        ...download,
        ...asOf,
        question: json(query),
        seesPersons: Number(seesPersons),
        complete: Number(asOf.complete),
      },
    );
  },

  async find(reader, id) {
    const rows = await reader.query<DownloadRow>(
      `SELECT ${COLUMNS} FROM figures_download d WHERE d.tenant_id = :tenantId AND d.id = :id`,
      { id },
    );
    return rows.map(restored)[0];
  },
};

function restored({ question, position, time, complete, metricVersion, ...row }: DownloadRow): FiguresDownload {
  return {
    ...row,
    query: restoredQuery(question),
    seesPersons: Number(row.seesPersons) === 1,
    sizeBytes: Number(row.sizeBytes),
    asOf: { position: BigInt(position), time, complete: Number(complete) === 1, metricVersion: Number(metricVersion) },
  };
}

function restoredQuery(text: string): FiguresQuery {
  type Stored = FiguresQuery & { readonly window: { readonly from: unknown; readonly to: unknown } };
  const { window, ...query } = JSON.parse(text) as Stored;
  return { ...query, window: { from: new Date(String(window.from)), to: new Date(String(window.to)) } };
}
