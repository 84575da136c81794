import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { ChangeCommand } from '../../complaint/change-complaint/change-complaint.handler';
import { reasonProblem } from '../../complaint/model/change-reason.rules';
import type { ComplaintChange, LockedComplaint } from '../../complaint/model/complaint-change.model';
import type { ComplaintChanges } from '../../complaint/model/complaint-changes.repository';
import type { Person } from '../../customer/model/visibility.rules';
import type { ComplaintLinks } from '../model/complaint-links.repository';
import { decideMerge, decideUnmerge, type MergeRefusal } from './merge-complaints.decide';

/** What links of complaints need around them. */
export interface MergePorts {
  readonly database: Database;
  readonly complaintChanges: ComplaintChanges;
  readonly complaintLinks: ComplaintLinks;
  readonly clock: Clock;
}

export interface MergeCommand extends ChangeCommand {
  readonly into: string;
  readonly otherPersonConfirmed: boolean;
}

/** Links a complaint to the one under which its harm is settled; nothing of it is lost. The answer is its id. */
export function mergeComplaints(
  command: MergeCommand,
  person: Person,
  ports: MergePorts,
): Promise<CommandResult<string, MergeRefusal>> {
  return run(command, person, ports, async (tx) => {
    const { complaintId, into: intoId, otherPersonConfirmed } = command;
    const locked = await ports.complaintChanges.lock(tx, [...new Set([complaintId, intoId])]);
    const complaint = seen(locked, command);
    if (!complaint.ok) return complaint;
    const into = locked.find(({ card }) => card.id === intoId);
    if (into === undefined) return refuse({ code: 'NOT_FOUND', path: ['into'] });
    const decision = decideMerge({
      complaint: complaint.value,
      into,
      hasDuplicates: await ports.complaintLinks.hasDuplicates(tx, complaintId),
      samePerson: await ports.complaintLinks.areOfOnePerson(tx, complaintId, intoId),
      otherPersonConfirmed,
    });
    if (!decision.ok) return decision;
    const by = { by: person.subject, at: ports.clock.now() };
    const version = complaint.value.version + 1;
    await ports.complaintLinks.merge(tx, { complaintId, into: intoId, version, ...by });
    const [own, other] = [complaint.value.card.number, into.card.number];
    const noted = ports.complaintChanges;
    noted.note(tx, complaintId, { ...by, version, changes: [changed('mergedInto', null, other, command.reason)] });
    noted.note(tx, intoId, {
      ...by,
      version: into.version,
      changes: [changed('mergedFrom', null, own, command.reason)],
    });
    return accept(complaintId);
  });
}

/** Undoes a link. The answer is the id of the complaint that stands for itself again. */
export function unmergeComplaint(
  command: ChangeCommand,
  person: Person,
  ports: MergePorts,
): Promise<CommandResult<string, MergeRefusal>> {
  return run(command, person, ports, async (tx) => {
    const { complaintId, reason } = command;
    const [own] = await ports.complaintChanges.lock(tx, [complaintId]);
    const complaint = seen(own === undefined ? [] : [own], command);
    if (!complaint.ok) return complaint;
    const decision = decideUnmerge(complaint.value);
    if (!decision.ok) return decision;
    const into = decision.value;
    const [target] = await tx.query<Target>(TARGET, { id: into });
    const by = { by: person.subject, at: ports.clock.now() };
    const version = complaint.value.version + 1;
    await ports.complaintLinks.unmerge(tx, { complaintId, into, version, ...by });
    const { number } = complaint.value.card;
    const noted = ports.complaintChanges;
    noted.note(tx, complaintId, {
      ...by,
      version,
      changes: [changed('mergedInto', target?.number ?? into, null, reason)],
    });
    noted.note(tx, into, {
      ...by,
      version: target?.version ?? version,
      changes: [changed('mergedFrom', number, null, reason)],
    });
    return accept(complaintId);
  });
}

type Work = (tx: TenantTransaction) => Promise<Outcome<string, MergeRefusal>>;

function run(
  { operation, idempotencyKey, request, reason }: ChangeCommand,
  { tenantId, subject }: Person,
  { database }: MergePorts,
  work: Work,
): Promise<CommandResult<string, MergeRefusal>> {
  const call = { tenantId, operation, subject, idempotencyKey, request };
  return executeCommand<string, MergeRefusal>(database, call, async (tx) => {
    const unreasonable = reasonProblem(reason);
    return unreasonable === undefined ? work(tx) : refuse(unreasonable);
  });
}

/** The complaint of a command among those that are locked, as its caller saw it. */
function seen(
  locked: readonly LockedComplaint[],
  { complaintId, expectedVersion }: ChangeCommand,
): Outcome<LockedComplaint, MergeRefusal> {
  const complaint = locked.find(({ card }) => card.id === complaintId);
  if (complaint === undefined) return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
  return complaint.version === expectedVersion
    ? accept(complaint)
    : refuse({ code: 'VERSION_CONFLICT', path: ['expectedVersion'], details: { currentVersion: complaint.version } });
}

interface Target {
  readonly number: string;
  readonly version: number;
}

/** The end of a link does not change its target, which need not be locked. */
const TARGET = 'SELECT c.number, c.version FROM complaint c WHERE c.tenant_id = :tenantId AND c.id = :id';

function changed(fact: string, old: string | null, next: string | null, because: string): ComplaintChange {
  return { fact, old, new: next, automatic: false, because };
}
