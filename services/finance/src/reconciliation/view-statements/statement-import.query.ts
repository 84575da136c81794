import type { TenantReader } from '@redress/persistence';
import type { ImportState } from '../model/statement-import.model';
import type { StatementFormat, StatementProblem } from '../model/statement.model';

/** An import as readers see it. */
export interface ImportRecord {
  readonly id: string;
  readonly accountId: string;
  readonly format: StatementFormat;
  readonly state: ImportState;
  readonly fileName: string | null;
  readonly statementName: string | null;
  readonly part: string | null;
  readonly linesNew: number | null;
  readonly linesKnown: number | null;
  readonly linesSkipped: number | null;
  readonly problems: string | null;
  readonly sha256: Buffer | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export const IMPORT_COLUMNS = `i.id, i.account_id AS accountId, i.format, i.state, i.file_name AS fileName,
  i.statement_name AS statementName, i.part, i.lines_new AS linesNew, i.lines_known AS linesKnown,
  i.lines_skipped AS linesSkipped, i.problems, i.sha256, i.created_by AS createdBy, i.created_at AS createdAt,
  i.finished_at AS finishedAt`;

/** The import of an id, if there is one. */
export async function importOf(reader: TenantReader, id: string): Promise<ImportRecord | undefined> {
  const [record] = await reader.query<ImportRecord>(
    `SELECT ${IMPORT_COLUMNS} FROM statement_import i WHERE i.tenant_id = :tenantId AND i.id = :id`,
    { id },
  );
  return record;
}

/** What was wrong with its file. */
export function problemsOf({ problems }: ImportRecord): StatementProblem[] {
  return JSON.parse(problems ?? '[]') as StatementProblem[];
}
