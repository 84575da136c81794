import { complaintForwarded } from '@redress/contracts';
import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { appendEvents } from '@redress/messaging';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { AddressedComplaints } from '../../correspondence/model/addressed-complaint.repository';
import type { Person } from '../../customer/model/visibility.rules';
import type { Forward } from '../model/forwarding.model';
import type { ForwardingBook } from '../model/forwarding.repository';
import { forwardProblems, type ForwardingRefusal } from '../model/forwarding.rules';

/** What forwarding needs around it. */
export interface ForwardingPorts {
  readonly database: Database;
  readonly addressed: AddressedComplaints;
  readonly forwardings: ForwardingBook;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** A complaint as whoever changes it saw it. */
export interface SeenComplaint {
  readonly idempotencyKey: string;
  readonly complaintId: string;
  readonly expectedVersion: number;
}

/** Forwards a complaint, which was registered first, to whom it concerns (IN-14); the answer is its id. */
export function forwardComplaint(
  { idempotencyKey, ...seen }: SeenComplaint,
  forward: Forward,
  { tenantId, subject }: Person,
  ports: ForwardingPorts,
): Promise<CommandResult<string, ForwardingRefusal>> {
  const request = { ...seen, ...forward };
  const call = { tenantId, operation: 'forwardComplaint', subject, idempotencyKey, request };
  return executeCommand<string, ForwardingRefusal>(ports.database, call, async (tx) => {
    const [problem, ...others] = forwardProblems(forward);
    if (problem !== undefined) return refuse(problem, ...others);
    const locked = await lockSeen(tx, seen, ports);
    if (!locked.ok) return locked;
    const before = await ports.forwardings.ofComplaints(tx, [seen.complaintId]);
    if (before.length > 0) return refuse({ code: 'INTAKE_ALREADY_FORWARDED', path: ['complaintId'] });
    const { complaintId } = seen;
    const at = ports.clock.now();
    const id = ports.newId();
    ports.forwardings.enter(tx, { ...forward, id, complaintId, forwardedAt: at, forwardedBy: subject });
    const version = await ports.addressed.countChange(tx, complaintId, locked.value);
    const { unitId, means } = forward;
    const data = {
      ...{ complaintId, means, forwardingId: id, at: at.toISOString(), by: subject },
      ...(unitId === undefined ? { destination: 'OUTSIDE' as const } : { destination: 'UNIT' as const, unitId }),
    };
    await appendEvents(tx, { id: complaintId, version }, [{ definition: complaintForwarded, data }]);
    return accept(complaintId);
  });
}

/** Locks a complaint as the caller saw it; the answer is its version. */
export async function lockSeen(
  tx: TenantTransaction,
  { complaintId, expectedVersion }: Omit<SeenComplaint, 'idempotencyKey'>,
  { addressed }: Pick<ForwardingPorts, 'addressed'>,
): Promise<Outcome<number, 'NOT_FOUND' | 'VERSION_CONFLICT'>> {
  const version = await addressed.lock(tx, complaintId);
  if (version === undefined) return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
  if (version === expectedVersion) return accept(version);
  return refuse({ code: 'VERSION_CONFLICT', path: ['expectedVersion'], details: { currentVersion: version } });
}
