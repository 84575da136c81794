import type { TenantTransaction } from '@redress/persistence';
import type { ExportPart } from '../model/export.model';
import type { ExportRepository, WrittenPart } from '../model/export.repository';

const NEXT_CHUNK = `
  SELECT c.part, c.chunk, c.content FROM export_chunk c
  WHERE c.tenant_id = :tenantId AND c.export_id = :id AND c.part >= :part AND (c.part > :part OR c.chunk > :chunk)
  ORDER BY c.part, c.chunk LIMIT 1`;

interface ChunkRow {
  readonly part: number;
  readonly chunk: number;
  readonly content: Buffer;
}

/** The bytes of exports, one piece in memory at a time. */
export const exportBytes: Pick<ExportRepository, 'bytes' | 'partsOf'> = {
  async *bytes(reader, id, only) {
    let place = { part: only ?? 0, chunk: only === undefined ? 0 : -1 };
    for (;;) {
      const [row] = await reader.query<ChunkRow>(NEXT_CHUNK, { id, ...place });
      if (row === undefined || (only !== undefined && row.part !== only)) return;
      place = { part: row.part, chunk: row.chunk };
      yield row.content;
    }
  },

  async partsOf(reader, ids) {
    const rows = await reader.query<ExportPart & { exportId: string; bytes: string | number }>(
      `SELECT p.export_id AS exportId, p.part, p.row_count AS rowCount, p.bytes, p.sha256 FROM export_part p
       WHERE p.tenant_id = :tenantId AND p.export_id IN (:ids) ORDER BY p.export_id, p.part`,
      { ids },
    );
    return ids.map((id) =>
      rows
        .filter(({ exportId }) => exportId === id)
        .map(({ part, rowCount, bytes, sha256 }) => ({ part, rowCount, bytes: Number(bytes), sha256 })),
    );
  },
};

/** Stores the bytes of a part, one statement a piece. */
export async function insertPart(
  tx: TenantTransaction,
  exportId: string,
  { part, rowCount, bytes, sha256, chunks }: WrittenPart,
): Promise<void> {
  await tx.insertMany('export_part', [{ export_id: exportId, part, row_count: rowCount, bytes, sha256 }]);
  for (const [chunk, content] of chunks.entries()) {
    await tx.insertMany('export_chunk', [{ export_id: exportId, part, chunk, content }]);
  }
}
