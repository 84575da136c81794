import { toGlobalId, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { StatementImportView } from './statement-import.gql';
import { problemsOf, type ImportRecord } from './statement-import.query';

/** The import as people see it, its problems in their language. */
export function toStatementImport(record: ImportRecord, context: GraphContext): StatementImportView {
  const { id, sha256, problems: _problems, ...plain } = record;
  return {
    ...plain,
    id: toGlobalId('StatementImport', id),
    sha256: sha256?.toString('hex') ?? null,
    problems: problemsOf(record).map(({ code, line = null, facts = {} }) => {
      const [error] = toUserErrors([{ code, facts: { ...facts, line: line ?? 1 } }], context);
      return { code, line, message: error?.message ?? code };
    }),
  };
}
