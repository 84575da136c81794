import { accept, refuse, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult, type TenantTransaction } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import { againOnDuplicate } from '../model/again-on-duplicate';
import { IMPORT_ROWS_AT_MOST, type ImportComplaints } from './import-complaints.command';
import { decideImport } from './import-complaints.decide';
import type { ImportPorts } from './import-ports';
import { importedNumber, isSource } from './import-row.rules';
import { enterImported } from './imported-complaints.handler';
import { prepareImport } from './prepare-import.handler';

/** What became of a row: its complaint was created or was there before, or the row was refused. */
export type RowResult =
  | { readonly status: 'CREATED' | 'EXISTED'; readonly complaintId: string }
  | { readonly status: 'REFUSED'; readonly refusals: readonly Refusal[] };

export type ImportCommandRefusal = 'INTAKE_IMPORT_SOURCE_MALFORMED' | 'INTAKE_IMPORT_ROWS_OUT_OF_BOUNDS';

/** Takes over complaints of a file or another system; a row that is there already is left as it is. */
export async function importComplaints(
  command: ImportComplaints,
  person: Person,
  idempotencyKey: string,
  ports: ImportPorts,
): Promise<CommandResult<readonly RowResult[], ImportCommandRefusal>> {
  const problem = importProblem(command);
  if (problem !== undefined) return { outcome: refuse(problem), replayed: false };
  const { tenantId, subject } = person;
  const call = { tenantId, operation: 'importComplaints', subject, idempotencyKey, request: command };
  return againOnDuplicate(async () => {
    await prepareImport(command, tenantId, ports);
    return executeCommand<readonly RowResult[], ImportCommandRefusal>(ports.database, call, async (tx) =>
      accept(await importRows(tx, command, person, ports)),
    );
  });
}

function importProblem({ source, rows }: ImportComplaints): Refusal<ImportCommandRefusal> | undefined {
  if (!isSource(source)) return { code: 'INTAKE_IMPORT_SOURCE_MALFORMED', path: ['source'] };
  if (rows.length >= 1 && rows.length <= IMPORT_ROWS_AT_MOST) return undefined;
  return {
    code: 'INTAKE_IMPORT_ROWS_OUT_OF_BOUNDS',
    path: ['rows'],
    facts: { limit: IMPORT_ROWS_AT_MOST },
    details: { limit: IMPORT_ROWS_AT_MOST },
  };
}

async function importRows(
  tx: TenantTransaction,
  command: ImportComplaints,
  person: Person,
  ports: ImportPorts,
): Promise<readonly RowResult[]> {
  const now = ports.clock.now();
  const adoptions = await ports.adoptions.read(tx, now);
  const numbers = command.rows.map((row) => importedNumber(command.source, row.externalId));
  const taken = await ports.complaints.findNumbers(tx, numbers);
  const ids = command.rows.map(() => ports.newId());
  const { decisions, accepted } = decideImport(command, { adoptions, now, taken, ids });
  const refused = await enterImported(tx, command.source, accepted, { person, now, ...ports });
  return decisions.map((decision): RowResult => {
    if (!decision.ok) return { status: 'REFUSED', refusals: decision.refusals };
    const { complaintId, created } = decision.value;
    const refusal = refused.get(complaintId);
    if (refusal !== undefined) return { status: 'REFUSED', refusals: [refusal] };
    return { status: created ? 'CREATED' : 'EXISTED', complaintId };
  });
}
