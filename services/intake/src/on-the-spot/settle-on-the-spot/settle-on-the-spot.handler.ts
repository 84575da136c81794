import { complaintSettledOnTheSpot } from '@redress/contracts';
import { accept } from '@redress/kernel';
import type { RegisterComplaint } from '../../complaint/register-complaint/register-complaint.command';
import {
  registerComplaint,
  type BesideRegistration,
  type RegistrationPorts,
  type RegistrationResult,
} from '../../complaint/register-complaint/register-complaint.handler';
import type { Person } from '../../customer/model/visibility.rules';
import { factsOfMatter } from '../../complaint/model/judge-matter.rules';
import type { StaffBook } from '../../staff/model/staff-book.repository';
import { LINKED_FOR_MS, monthOf, type KeptOnTheSpot, type OnTheSpot } from '../model/on-the-spot.model';
import type { OnTheSpotBook } from '../model/on-the-spot.repository';
import { decideOnTheSpot, type OnTheSpotRefusal } from '../model/on-the-spot.rules';

/** What settling on the spot needs around it. */
export interface OnTheSpotPorts extends RegistrationPorts {
  readonly onTheSpot: OnTheSpotBook;
  readonly staff: StaffBook;
}

/** Registers a complaint, numbers it and settles it, in one transaction (IN-13). */
export function settleOnTheSpot(
  registration: RegisterComplaint,
  settlement: OnTheSpot,
  { person, idempotencyKey }: { readonly person: Person; readonly idempotencyKey: string },
  ports: OnTheSpotPorts,
): Promise<RegistrationResult<OnTheSpotRefusal>> {
  return registerComplaint(registration, person, idempotencyKey, ports, besideOf(settlement, person, ports));
}

function besideOf(
  settlement: OnTheSpot,
  person: Person,
  { onTheSpot, staff, newId }: OnTheSpotPorts,
): BesideRegistration<OnTheSpotRefusal> {
  return {
    operation: 'settleOnTheSpot',
    request: settlement,
    async decide(tx, { complaint, adoption, key, now }) {
      const { matter, category, customerId } = complaint;
      const around = {
        ...{ adoption, now, actor: person },
        parties: await staff.partiesOf(tx, person.subject, now),
        facts: factsOfMatter(matter, category.code, { ...complaint, now }),
        givenBefore: await onTheSpot.lockGivenSince(tx, customerId, new Date(now.getTime() - LINKED_FOR_MS)),
      };
      const decided = decideOnTheSpot(settlement, around);
      if (!decided.ok) return decided;
      const kept: KeptOnTheSpot = {
        ...settlement,
        ...{ id: newId(), complaintId: complaint.id, customerId },
        ...{ settledAt: now, settledBy: person.subject, month: monthOf(now, adoption.settings.timeZone) },
      };
      onTheSpot.enterAtCommit(tx, kept, key);
      return accept({ complaint: { ...complaint, settledOnTheSpot: true }, events: [eventOf(kept, complaint)] });
    },
  };
}

function eventOf(
  { id, complaintId, customerId, remedy, amount, slip, settledAt, settledBy }: KeptOnTheSpot,
  { orderLine }: { readonly orderLine?: { readonly orderNumber: string; readonly lineNumber: number } },
) {
  const money = amount && { amountMinor: amount.amountMinor.toString(), currency: amount.currency };
  return {
    definition: complaintSettledOnTheSpot,
    data: {
      ...{ complaintId, customerId, remedy, settlementId: id },
      ...{ at: settledAt.toISOString(), by: settledBy, slipSigned: slip !== undefined },
      ...(money === undefined ? {} : { amount: money }),
      ...(orderLine === undefined ? {} : { orderLine: { ...orderLine } }),
    },
  };
}
