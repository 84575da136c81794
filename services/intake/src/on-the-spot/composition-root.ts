import { mysqlFirstContactBook } from '../contact-window/adapters/first-contact.repository-mysql';
import { FirstContactResolver } from '../contact-window/hand-over-contact/first-contact.resolver';
import { ForwardingResolver } from '../forwarding/forward-complaint/forwarding.resolver';
import { mysqlForwardingBook } from '../forwarding/adapters/forwarding.repository-mysql';
import { mysqlAddressedComplaints } from '../correspondence/adapters/addressed-complaint.repository-mysql';
import type { EventHandlers } from '@redress/messaging';
import type { RegistrationPorts } from '../complaint/register-complaint/register-complaint.handler';
import type { MasterKeys } from '../personal-data/master-keys';
import { mysqlStaffBook } from '../staff/adapters/staff-book.repository-mysql';
import { staffStandingConsumer } from '../staff/follow-staff/staff-standing.consumer';
import { mysqlOnTheSpotBook } from './adapters/on-the-spot.repository-mysql';
import { SettleOnTheSpotResolver } from './settle-on-the-spot/settle-on-the-spot.resolver';
import { TransferSlipsResolver } from './transfer-slips/transfer-slips.resolver';
import { OnTheSpotResolver } from './view-on-the-spot/on-the-spot.resolver';

/** The resolvers of what the front line does beside registering. */
export const FRONT_LINE_RESOLVERS = [
  SettleOnTheSpotResolver,
  TransferSlipsResolver,
  OnTheSpotResolver,
  ForwardingResolver,
  FirstContactResolver,
] as const;

/** Wires what the front line does: it rests on registrations, and on who is appointed to what. */
export function composeFrontLine(registration: RegistrationPorts, masters: MasterKeys) {
  const ports = { ...registration, masters, onTheSpot: mysqlOnTheSpotBook, staff: mysqlStaffBook };
  const addressed = mysqlAddressedComplaints(masters);
  const resolvers: readonly object[] = [
    new SettleOnTheSpotResolver(ports),
    new TransferSlipsResolver(ports),
    new OnTheSpotResolver(ports.database, masters),
    new ForwardingResolver({ ...ports, addressed, forwardings: mysqlForwardingBook }),
    new FirstContactResolver({ ...ports, contacts: mysqlFirstContactBook }),
  ];
  const handlers: EventHandlers = staffStandingConsumer(mysqlStaffBook);
  return { resolvers, handlers };
}
