import { forwardingConfirmed } from '@redress/contracts';
import { accept, refuse } from '@redress/kernel';
import { appendEvents } from '@redress/messaging';
import { executeCommand, type CommandResult } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import { lockSeen, type ForwardingPorts, type SeenComplaint } from '../forward-complaint/forward-complaint.handler';
import { tooLong, type ForwardingRefusal } from '../model/forwarding.rules';

/** Notes that the receiver has what was forwarded to them; the answer is the id of the complaint. */
export function confirmForwarding(
  { idempotencyKey, ...seen }: SeenComplaint,
  receipt: string | undefined,
  { tenantId, subject }: Person,
  ports: ForwardingPorts,
): Promise<CommandResult<string, ForwardingRefusal>> {
  const request = { ...seen, receipt };
  const call = { tenantId, operation: 'confirmForwarding', subject, idempotencyKey, request };
  return executeCommand<string, ForwardingRefusal>(ports.database, call, async (tx) => {
    const [problem] = tooLong('receipt', receipt);
    if (problem !== undefined) return refuse(problem);
    const locked = await lockSeen(tx, seen, ports);
    if (!locked.ok) return locked;
    const { complaintId } = seen;
    const [forwarding] = await ports.forwardings.ofComplaints(tx, [complaintId]);
    if (forwarding === undefined) return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
    if (forwarding.confirmedAt !== undefined)
      return refuse({ code: 'INTAKE_ALREADY_CONFIRMED', path: ['complaintId'] });
    const at = ports.clock.now();
    const confirmed = { ...forwarding, confirmedAt: at, confirmedBy: subject };
    ports.forwardings.confirm(tx, receipt === undefined ? confirmed : { ...confirmed, receipt });
    const version = await ports.addressed.countChange(tx, complaintId, locked.value);
    const data = { complaintId, forwardingId: forwarding.id, at: at.toISOString(), by: subject };
    await appendEvents(tx, { id: complaintId, version }, [{ definition: forwardingConfirmed, data }]);
    return accept(complaintId);
  });
}
