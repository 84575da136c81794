import { accept, newId, refuse, type Clock, type Outcome, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { JournalPositions } from '../../ledger/model/journal-position.repository';
import type { ExportRefusal } from '../model/export.errors';
import {
  EXPORT_FORMATS,
  UNFINISHED_AT_MOST,
  type Export,
  type ExportFormat,
  type ExportKind,
  type ExportRequest,
} from '../model/export.model';
import type { ExportRepository } from '../model/export.repository';
import { exportStates } from '../model/export.transitions';

export interface StartExport extends Pick<Export, 'kind' | 'format' | 'locale' | 'request'> {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
}

export interface ExportDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly exports: ExportRepository;
  readonly journal: JournalPositions;
  readonly wake: () => void;
}

/** What each kind can be asked for by, beside time and currency. */
const USED: Readonly<Record<ExportKind, readonly (keyof ExportRequest)[]>> = {
  SETTLEMENTS: ['settlements', 'columns'],
  PAYMENTS: ['settlements'],
  JOURNAL: ['bookedIn', 'afterPosition'],
  PURCHASES: [],
  RETURNS: [],
  MONTH_END_PACKAGE: ['bookedIn'],
};
const USED_BY_ALL: readonly string[] = ['from', 'to', 'currency'];
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Puts an export into the queue. The answer is its id. */
export function startExport(
  { tenantId, subject, idempotencyKey, kind, format, locale, request }: StartExport,
  { database, clock, exports, journal, wake }: ExportDependencies,
): Promise<CommandResult<string, ExportRefusal>> {
  const command = { tenantId, operation: 'startExport', subject, idempotencyKey, request: { kind, format, request } };
  return executeCommand<string, ExportRefusal>(database, command, async (tx) => {
    const unfit = isUnfit(kind, format, request);
    if (unfit !== undefined) return refuse(unfit);
    const unused = Object.keys(request).find((member) => !isUsed(kind, member));
    if (unused !== undefined) {
      const facts = { condition: unused, kind };
      return refuse({ code: 'FINANCE_EXPORT_CONDITION_UNUSED', path: ['input', unused], facts });
    }
    if ((await exports.unfinished(tx)) >= UNFINISHED_AT_MOST) {
      const facts = { limit: UNFINISHED_AT_MOST };
      return refuse({
        code: 'FINANCE_EXPORTS_TOO_MANY',
        retryable: true,
        facts,
        details: { limit: UNFINISHED_AT_MOST },
      });
    }
    const covered = kind === 'JOURNAL' ? await positionOf(tx, request, journal) : accept({});
    if (!covered.ok) return covered;
    const id = newId();
    await exports.add(tx, {
      ...{ id, kind, format, locale, request, requestedBy: subject, requestedAt: clock.now(), ...covered.value },
      ...{ belowId: newId(), state: exportStates.initial, rowsDone: 0, partsDone: 0, bytesDone: 0, totals: [] },
    });
    tx.afterCommit(wake);
    return accept(id);
  });
}

/** Bookings under way are waited for, so that the file has all that was begun before it, and the next one all the rest. */
async function positionOf(
  tx: TenantTransaction,
  { afterPosition }: ExportRequest,
  journal: JournalPositions,
): Promise<Outcome<{ readonly toPosition: number }, ExportRefusal>> {
  const toPosition = await journal.leave(tx);
  if (afterPosition === undefined || (afterPosition > 0 && afterPosition < toPosition)) return accept({ toPosition });
  const facts = { position: afterPosition };
  return refuse({ code: 'FINANCE_EXPORT_POSITION_UNKNOWN', path: ['input', 'afterPosition'], facts });
}

/** A package is an archive of one month; everything else is a list of rows. */
function isUnfit(
  kind: ExportKind,
  format: ExportFormat,
  { bookedIn }: ExportRequest,
): Refusal<ExportRefusal> | undefined {
  const packed = kind === 'MONTH_END_PACKAGE';
  if (packed !== (format === 'ZIP')) {
    const allowed = EXPORT_FORMATS.filter((each) => (each === 'ZIP') === packed);
    const [code, path] = ['FINANCE_EXPORT_FORMAT_UNUSED', ['input', 'format']] as const;
    return { code, path, facts: { kind, format }, details: { allowed } };
  }
  const path = ['input', 'bookedIn'];
  if (packed && bookedIn === undefined) return { code: 'FINANCE_EXPORT_MONTH_REQUIRED', path };
  return bookedIn === undefined || MONTH.test(bookedIn) ? undefined : { code: 'INPUT_INVALID', path };
}

function isUsed(kind: ExportKind, member: string): boolean {
  const byAll = kind !== 'MONTH_END_PACKAGE' && USED_BY_ALL.includes(member);
  return byAll || (USED[kind] as readonly string[]).includes(member);
}
