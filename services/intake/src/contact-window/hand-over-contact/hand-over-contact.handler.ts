import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import type { AdoptionBook } from '../../regulation/model/adoption-book.repository';
import { regulationOf } from '../../regulation/model/adoption.model';
import type { StaffBook } from '../../staff/model/staff-book.repository';
import { contactHandOverProblems, keepsFirstContact, type ContactHandOverRefusal } from '../model/contact-window.rules';
import type { ContactHandOver } from '../model/first-contact.model';
import type { FirstContactBook, LockedComplaint } from '../model/first-contact.repository';

/** What handing a contact over needs around it. */
export interface HandOverContactPorts {
  readonly database: Database;
  readonly contacts: FirstContactBook;
  readonly staff: StaffBook;
  readonly adoptions: AdoptionBook;
  readonly clock: Clock;
}

/** Hands a complaint from its contact to the next, with a record (IN-19); the answer is its id. */
export function handOverContact(
  { idempotencyKey, complaintId }: { readonly idempotencyKey: string; readonly complaintId: string },
  handOver: ContactHandOver,
  person: Person,
  ports: HandOverContactPorts,
): Promise<CommandResult<string, ContactHandOverRefusal>> {
  const { tenantId, subject } = person;
  const request = { complaintId, ...handOver };
  const call = { tenantId, operation: 'handOverContact', subject, idempotencyKey, request };
  return executeCommand<string, ContactHandOverRefusal>(ports.database, call, async (tx) => {
    const complaint = await ports.contacts.lockComplaint(tx, complaintId);
    if (complaint === undefined) return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
    const present = (await ports.contacts.ofComplaints(tx, [complaintId])).at(-1);
    if (present === undefined && !(await wantsContact(tx, complaint, ports))) {
      return refuse({ code: 'INTAKE_NO_FIRST_CONTACT', path: ['complaintId'] });
    }
    const [problem, ...others] = contactHandOverProblems(handOver, present, person);
    if (problem !== undefined) return refuse(problem, ...others);
    const receiver = await ports.staff.standingOf(tx, handOver.to);
    if (receiver?.active !== true) return refuse({ code: 'INTAKE_STAFF_UNKNOWN', path: ['to'] });
    const { to, ...told } = handOver;
    const number = present === undefined ? 0 : present.number + 1;
    const since = ports.clock.now();
    ports.contacts.enterAtCommit(tx, { ...told, complaintId, number, subject: to, since, handedBy: subject });
    return accept(complaintId);
  });
}

/** Whether somebody should be the contact of a complaint that has none, as its complainant registered it. */
async function wantsContact(
  tx: TenantTransaction,
  { regulation: reference }: LockedComplaint,
  { adoptions, clock }: HandOverContactPorts,
): Promise<boolean> {
  const regulation = regulationOf(await adoptions.read(tx, clock.now()), reference);
  return regulation !== undefined && keepsFirstContact(regulation);
}
