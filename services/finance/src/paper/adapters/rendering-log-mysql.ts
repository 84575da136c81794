import type { RenderingLog } from '../model/rendering-log.repository';

const FIRST = `
  SELECT r.sha256 FROM finance_paper_rendering r
  WHERE r.tenant_id = :tenantId AND r.paper_id = :paperId AND r.version = :version AND r.language = :language
    AND r.copy = :copy AND r.renderer = :renderer`;
const ENTER = `
  INSERT INTO finance_paper_rendering
    (tenant_id, paper_id, version, language, copy, renderer, sha256, size_bytes, rendered_at)
  VALUES (:tenantId, :paperId, :version, :language, :copy, :renderer, :sha256, :sizeBytes, :at)
  ON DUPLICATE KEY UPDATE sha256 = sha256`;

export const renderingLogInMysql: RenderingLog = {
  async note(database, tenantId, { paperId, version, language, copy, renderer, sha256, sizeBytes, at }) {
    const key = { paperId, version, language, copy, renderer };
    const first = async (): Promise<string | undefined> =>
      (await database.reader(tenantId).query<{ sha256: string }>(FIRST, key))[0]?.sha256;
    const known = await first();
    if (known !== undefined) return known;
    await database.transaction(tenantId, (tx) => tx.execute(ENTER, { ...key, sha256, sizeBytes, at }));
    return (await first()) ?? sha256;
  },
};
