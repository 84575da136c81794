import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { appendEvents } from '@redress/messaging';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { reasonProblem } from '../../complaint/model/change-reason.rules';
import type { Person } from '../../customer/model/visibility.rules';
import type { AdoptionBook } from '../../regulation/model/adoption-book.repository';
import { regulationOf } from '../../regulation/model/adoption.model';
import type { ErasedTexts } from '../model/erased-texts.repository';
import { COMPLAINTS_AT_MOST, FINISHED_AFTER_MS, type ComplaintStanding } from '../model/erasure.model';
import { erasureProblems, type ErasureRefusal } from '../model/erasure.rules';
import type { Erasures } from '../model/erasures.repository';
import { customerErasedEvent } from '../published/customer-erased.publication';

/** What erasing a customer needs around it. */
export interface EraseCustomerPorts {
  readonly database: Database;
  readonly erasures: Erasures;
  readonly texts: ErasedTexts;
  readonly adoptions: AdoptionBook;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Whose personal data goes, as whoever decides it saw them, and why. */
export interface EraseCustomer {
  readonly customerId: string;
  readonly expectedVersion: number;
  readonly reason: string;
}

type Erased = { readonly erasureId: string };
/** Of the first event of a customer; there is no other. */
const EVENT_VERSION = 1;

/** Erases the personal data of a customer, unless something of theirs is handled, held or to be kept. */
export function eraseCustomer(
  command: EraseCustomer,
  person: Person,
  idempotencyKey: string,
  ports: EraseCustomerPorts,
): Promise<CommandResult<Erased, ErasureRefusal>> {
  const { tenantId, subject } = person;
  const call = { tenantId, operation: 'eraseCustomer', subject, idempotencyKey, request: command };
  return executeCommand<Erased, ErasureRefusal>(ports.database, call, (tx) => erase(tx, command, subject, ports));
}

async function erase(
  tx: TenantTransaction,
  { customerId, expectedVersion, reason }: EraseCustomer,
  by: string,
  ports: EraseCustomerPorts,
): Promise<Outcome<Erased, ErasureRefusal>> {
  const { erasures, texts, clock, newId } = ports;
  const unreasoned = reasonProblem(reason);
  if (unreasoned !== undefined) return refuse(unreasoned);
  const customer = await erasures.lock(tx, customerId);
  if (customer === undefined) return refuse({ code: 'NOT_FOUND', path: ['customerId'] });
  if (customer.erased) return refuse({ code: 'INTAKE_CUSTOMER_ERASED', path: ['customerId'] });
  if (customer.version !== expectedVersion) {
    const details = { currentVersion: customer.version };
    return refuse({ code: 'VERSION_CONFLICT', path: ['expectedVersion'], details });
  }
  const at = clock.now();
  const complaints = await standingsOf(tx, customerId, at, ports);
  const [problem, ...others] = erasureProblems(complaints, at);
  if (problem !== undefined) return refuse(problem, ...others);
  const sameContacts = await erasures.othersWith(tx, customer);
  const finishFrom = new Date(at.getTime() + FINISHED_AFTER_MS);
  const noted = { id: newId(), customerId, reason: reason.trim(), complaints: complaints.length, sameContacts };
  const erasure = { ...noted, at, by, finishFrom };
  await texts.erase(tx, complaints);
  await texts.eraseFiles(
    tx,
    complaints.map(({ id }) => id),
  );
  await erasures.erase(tx, customer, erasure);
  await appendEvents(tx, { id: customerId, version: EVENT_VERSION }, [customerErasedEvent(erasure)]);
  return accept({ erasureId: erasure.id });
}

async function standingsOf(
  tx: TenantTransaction,
  customerId: string,
  now: Date,
  { erasures, adoptions }: EraseCustomerPorts,
): Promise<readonly ComplaintStanding[]> {
  const filed = await erasures.complaintsOf(tx, customerId, COMPLAINTS_AT_MOST + 1);
  const adopted = filed.length === 0 ? [] : await adoptions.read(tx, now);
  return filed.map(({ regulation, ...complaint }) => ({
    ...complaint,
    archives: regulationOf(adopted, regulation)?.archive !== undefined,
  }));
}
