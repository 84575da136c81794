import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { Regulation } from '@redress/regulations';
import type { Person } from '../../customer/model/visibility.rules';
import type { AdoptionBook } from '../../regulation/model/adoption-book.repository';
import { tellSameComplaints } from '../../duplicate/tell-same-complaints/tell-same-complaints.handler';
import { regulationOf } from '../../regulation/model/adoption.model';
import { reasonProblem } from '../model/change-reason.rules';
import type { ComplaintChange, LockedComplaint } from '../model/complaint-change.model';
import type { Complaint } from '../model/complaint.model';
import type { StatedMatter } from '../model/stated-matter.model';
import { reassess, type ReassessPorts } from './reassess.handler';

/** What a change of a complaint needs around it. */
export interface ChangePorts extends ReassessPorts {
  readonly database: Database;
  readonly adoptions: AdoptionBook;
  readonly clock: Clock;
}

/** A change that somebody asks for, with the version that they saw. */
export interface ChangeCommand {
  readonly operation: string;
  readonly idempotencyKey: string;
  readonly complaintId: string;
  readonly expectedVersion: number;
  readonly reason: string;
  /** The whole request, by which a repeated call is known. */
  readonly request: object;
}

export type ChangeRefusal =
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'INTAKE_REASON_OUT_OF_BOUNDS'
  | 'INTAKE_COMPLAINT_WITHOUT_REGULATION'
  | 'INTAKE_CATEGORY_UNKNOWN';

type Decide<Code extends string> = (complaint: Complaint, regulation: Regulation) => Outcome<StatedMatter, Code>;
type AfterChange = (tx: TenantTransaction, changes: readonly ComplaintChange[], at: Date) => Promise<void>;

/** Changes what is known or judged of a complaint, once for each idempotency key; the answer is the complaint's id. */
export async function changeComplaint<Code extends string>(
  command: ChangeCommand,
  { tenantId, subject }: Person,
  ports: ChangePorts,
  decide: Decide<Code>,
  after: AfterChange = () => Promise.resolve(),
): Promise<CommandResult<string, Code | ChangeRefusal>> {
  const { operation, idempotencyKey, request, reason } = command;
  const call = { tenantId, operation, subject, idempotencyKey, request };
  return executeCommand<string, Code | ChangeRefusal>(ports.database, call, async (tx) => {
    const unreasonable = reasonProblem(reason);
    if (unreasonable !== undefined) return refuse(unreasonable);
    const locked = await lockAt(tx, command, ports);
    if (!locked.ok) return locked;
    const now = ports.clock.now();
    const { card } = locked.value;
    const regulation = regulationOf(await ports.adoptions.read(tx, now), card.regulation);
    if (regulation === undefined) {
      return refuse({ code: 'INTAKE_COMPLAINT_WITHOUT_REGULATION', path: ['complaintId'] });
    }
    const decided = decide(card, regulation);
    if (!decided.ok) return decided;
    const reassessing = { complaint: locked.value, regulation, by: subject, now, reason };
    const reassessed = await reassess(tx, reassessing, decided.value, ports);
    if (!reassessed.ok) return reassessed;
    const { complaint, changes } = reassessed.value;
    if (complaint.category.id !== card.category.id) await tellSameComplaints(tx, complaint, { regulation, now }, ports);
    await after(tx, changes, now);
    return accept(command.complaintId);
  });
}

/** Locks the complaint as the caller saw it. */
export async function lockAt(
  tx: TenantTransaction,
  { complaintId, expectedVersion }: Pick<ChangeCommand, 'complaintId' | 'expectedVersion'>,
  { complaintChanges }: Pick<ChangePorts, 'complaintChanges'>,
): Promise<Outcome<LockedComplaint, ChangeRefusal>> {
  const [complaint] = await complaintChanges.lock(tx, [complaintId]);
  if (complaint === undefined) return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
  return complaint.version === expectedVersion
    ? accept(complaint)
    : refuse({ code: 'VERSION_CONFLICT', path: ['expectedVersion'], details: { currentVersion: complaint.version } });
}
