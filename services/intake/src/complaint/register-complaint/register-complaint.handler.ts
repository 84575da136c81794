import { refuse, accept, type Clock, type Outcome } from '@redress/kernel';
import type { NewEvent } from '@redress/messaging';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { formatNumber, numberingOf, numberPeriod, type Label } from '@redress/regulations';
import type { Reception } from '../../contact-window/model/reception';
import type { CustomerFile } from '../../customer/model/customer-file.repository';
import type { NumberBlocks } from '../../numbering/number-blocks';
import type { AdoptionBook } from '../../regulation/model/adoption-book.repository';
import { inForceAt, type Adoption } from '../../regulation/model/adoption.model';
import type { Person } from '../../customer/model/visibility.rules';
import type { SubjectKey } from '../../personal-data/subject-key';
import { againOnDuplicate } from '../model/again-on-duplicate';
import { complainantOf } from '../model/complainant.rules';
import type { ComplaintRegister } from '../model/complaint-register.repository';
import type { Complaint } from '../model/complaint.model';
import { enterComplainant, findComplainant, personOf } from './complainant.handler';
import type { RegisterComplaint } from './register-complaint.command';
import { tellSameComplaints } from '../../duplicate/tell-same-complaints/tell-same-complaints.handler';
import type { ReassessPorts } from '../change-complaint/reassess.handler';
import { settleMatter, type MatterPorts } from './settle-matter.handler';
import {
  adoptionFor,
  commandProblems,
  decideRegistration,
  type Registration,
  type RegistrationRefusal,
} from './register-complaint.decide';

/** What a registration needs around it. */
export interface RegistrationPorts extends MatterPorts, ReassessPorts {
  readonly database: Database;
  readonly complaints: ComplaintRegister;
  readonly customers: CustomerFile;
  readonly adoptions: AdoptionBook;
  readonly numbers: Pick<NumberBlocks, 'next' | 'takeBack'>;
  readonly reception: Reception;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** What the complainant is told, as it is kept for repeated calls; moments as RFC 3339. */
export interface Acknowledgement {
  readonly complaintId: string;
  readonly number: string;
  readonly acknowledgedAt: string;
  readonly dueDates: readonly { readonly stage: string; readonly label: Label; readonly dueAt: string }[];
}

/** The answer to a registration; `complaint` is there when this very call has entered it. */
export interface RegistrationResult<Code extends string = never> extends CommandResult<
  Acknowledgement,
  RegistrationRefusal | Code
> {
  readonly complaint: Complaint | undefined;
}

/** What else happens to a complaint in the transaction of its registration. */
export interface BesideRegistration<Code extends string> {
  readonly operation: string;
  readonly request: object;
  decide(
    tx: TenantTransaction,
    registration: Pick<Registration, 'complaint' | 'adoption'> & { readonly key: SubjectKey; readonly now: Date },
  ): Promise<Outcome<Beside, Code>>;
}

interface Beside {
  readonly complaint: Registration['complaint'];
  readonly events: readonly NewEvent[];
}

/** Registers a complaint, numbers it and tells by when it will be handled, once for each idempotency key. */
export async function registerComplaint<Code extends string = never>(
  command: RegisterComplaint,
  person: Person,
  idempotencyKey: string,
  ports: RegistrationPorts,
  beside?: BesideRegistration<Code>,
): Promise<RegistrationResult<Code>> {
  const { tenantId, subject } = person;
  const { operation } = beside ?? { operation: 'registerComplaint' };
  const request = beside === undefined ? command : { ...command, beside: beside.request };
  const call = { tenantId, operation, subject, idempotencyKey, request };
  const draft: Draft = { id: ports.newId(), allocation: new Allocation(tenantId, ports.numbers) };
  let complaint: Complaint | undefined;
  const result = await againOnDuplicate(() =>
    executeCommand<Acknowledgement, RegistrationRefusal | Code>(ports.database, call, async (tx) => {
      const registered = await register(tx, command, person, { ...draft, beside }, ports);
      if (!registered.ok) return registered;
      complaint = registered.value.complaint;
      return accept(acknowledgementOf(registered.value));
    }),
  );
  const own = result.outcome.ok && result.outcome.value.complaintId === draft.id;
  if (!own) draft.allocation.takeBack();
  return { ...result, complaint: own ? complaint : undefined };
}

/** What stays the same however often the transaction of one call is run. */
interface Draft {
  readonly id: string;
  readonly allocation: Allocation;
}

type Registered = Registration & { readonly complaint: Complaint };

async function register<Code extends string>(
  tx: TenantTransaction,
  command: RegisterComplaint,
  person: Person,
  { id, allocation, beside }: Draft & { readonly beside: BesideRegistration<Code> | undefined },
  ports: RegistrationPorts,
): Promise<Outcome<Registered, RegistrationRefusal | Code>> {
  const now = ports.clock.now();
  const named = complainantOf(person, command.customer);
  const [problem, ...others] = [...commandProblems(command, person, now), ...(named.ok ? [] : named.refusals)];
  if (problem !== undefined) return refuse(problem, ...others);
  if (!named.ok) return named;

  const receivedAt = command.receivedAt ?? now;
  const adoption = adoptionFor(command, inForceAt(await ports.adoptions.read(tx, receivedAt), receivedAt), now);
  if (!adoption.ok) return adoption;
  const registering = { person, regulation: adoption.value.regulation, now };
  // Whoever settles on the spot is named by the regulation itself.
  const admitted = beside === undefined ? await ports.reception.admit(tx, registering) : accept(undefined);
  if (!admitted.ok) return admitted;
  const complainant = await findComplainant(tx, named.value, ports);
  if (!complainant.ok) return complainant;
  const customerId = personOf(complainant.value).id;
  const around = { regulation: adoption.value.regulation, complainant: complainant.value, actor: person, now };
  const decided = await settleMatter(tx, command, around, ports);
  if (!decided.ok) return decided;
  const { personalCard, category } = decided.value;
  const decision = decideRegistration(command, {
    actor: person,
    now,
    id,
    customerId,
    adoption: adoption.value,
    judged: decided.value.judged,
    category,
  });
  if (!decision.ok) return decision;

  const { key } = enterComplainant(tx, complainant.value, { customers: ports.customers, now });
  const also = await beside?.decide(tx, { ...decision.value, key, now });
  if (also?.ok === false) return also;
  const number = await allocation.numberFor(decision.value.adoption, receivedAt);
  const complaint: Complaint = { ...(also?.value.complaint ?? decision.value.complaint), number };
  const further = also?.value.events ?? [];
  await ports.complaints.enter(tx, [{ complaint, text: command.text, personalCard, key, further }]);
  ports.reception.note(tx, id, registering);
  await tellSameComplaints(tx, complaint, around, ports);
  return accept({ ...decision.value, complaint });
}

/** The number of one registration, given back when the call turns out to have been made before. */
class Allocation {
  private taken: { readonly series: string; readonly serial: number } | undefined;

  constructor(
    private readonly tenantId: string,
    private readonly numbers: RegistrationPorts['numbers'],
  ) {}

  async numberFor({ regulation, settings }: Adoption, at: Date): Promise<string> {
    const series = `${numberingOf(regulation, settings).pattern} ${numberPeriod(regulation, settings, at)}`;
    if (this.taken?.series !== series) {
      this.takeBack();
      this.taken = { series, serial: await this.numbers.next(this.tenantId, series) };
    }
    return formatNumber(regulation, settings, { at, serial: this.taken.serial });
  }

  takeBack(): void {
    if (this.taken !== undefined) this.numbers.takeBack(this.tenantId, this.taken.series, this.taken.serial);
    this.taken = undefined;
  }
}

function acknowledgementOf({ complaint, promised }: Registered): Acknowledgement {
  return {
    complaintId: complaint.id,
    number: complaint.number,
    acknowledgedAt: complaint.acknowledgedAt.toISOString(),
    dueDates: promised.map(({ stage, label, dueAt }) => ({ stage, label, dueAt: dueAt.toISOString() })),
  };
}
