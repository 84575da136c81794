import { accept, refuse, type Actor, type Outcome, type Refusal } from '@redress/kernel';
import type { Category } from '../../category/model/category.model';
import type { CustomerRefusal } from '../../customer/model/customer.rules';
import { promisedDates, type PromisedDate } from '../../regulation/model/acknowledgement.model';
import {
  channelNotEnabled,
  noRegulationInForce,
  type Adoption,
  type AdoptionRefusal,
} from '../../regulation/model/adoption.model';
import { isStaff } from '../../customer/model/visibility.rules';
import type { Complaint } from '../model/complaint.model';
import { receivedInFuture, recordCardProblems, type RecordCardRefusal } from '../model/record-card.rules';
import type { RegisterComplaint } from './register-complaint.command';

export type RegistrationRefusal =
  RecordCardRefusal | CustomerRefusal | AdoptionRefusal | 'INTAKE_CATEGORY_UNKNOWN' | 'INTAKE_RECEIPT_TIME_STAFF_ONLY';

/** What the rules need to know beside the command. */
export interface RegistrationContext {
  readonly actor: Actor;
  readonly now: Date;
  readonly id: string;
  readonly customerId: string;
  readonly adoption: Adoption | undefined;
  readonly category: Category | undefined;
}

/** A complaint that may be registered as soon as it has a number, and what its complainant is promised. */
export interface Registration {
  readonly complaint: Omit<Complaint, 'number'>;
  readonly adoption: Adoption;
  readonly promised: readonly PromisedDate[];
}

/** What is wrong with a command whatever the state of the organisation. */
export function commandProblems(command: RegisterComplaint, actor: Actor, now: Date): Refusal<RegistrationRefusal>[] {
  const problems: Refusal<RegistrationRefusal>[] = [...recordCardProblems(command, { textRequired: true })];
  if (command.receivedAt !== undefined) {
    if (!isStaff(actor)) problems.push({ code: 'INTAKE_RECEIPT_TIME_STAFF_ONLY', path: ['receivedAt'] });
    const early = receivedInFuture(command.receivedAt, now);
    if (early !== undefined) problems.push(early);
  }
  return problems;
}

/** Decides whether a complaint is registered under the regulation in force at its receipt. */
export function decideRegistration(
  command: RegisterComplaint,
  { actor, now, id, customerId, adoption, category }: RegistrationContext,
): Outcome<Registration, RegistrationRefusal> {
  const receivedAt = command.receivedAt ?? now;
  if (adoption === undefined) return refuse(noRegulationInForce(receivedAt));
  const disabled = channelNotEnabled(adoption, command.channel);
  if (disabled !== undefined) return refuse(disabled);
  if (category === undefined) return refuse(categoryUnknown(command.categoryCode));
  return accept({
    complaint: {
      id,
      customerId,
      channel: command.channel,
      category,
      ...(command.product === undefined ? {} : { product: command.product }),
      ...(command.region === undefined ? {} : { region: command.region }),
      ...(command.orderLine === undefined ? {} : { orderLine: command.orderLine }),
      ...(command.demand === undefined ? {} : { demand: command.demand }),
      regulation: { id: adoption.regulation.id, version: adoption.regulation.version },
      receivedAt,
      registeredAt: now,
      acknowledgedAt: now,
      registeredBy: actor.subject,
    },
    adoption,
    promised: promisedDates(adoption, receivedAt),
  });
}

function categoryUnknown(code: string): Refusal<RegistrationRefusal> {
  return { code: 'INTAKE_CATEGORY_UNKNOWN', path: ['categoryCode'], facts: { categoryCode: code } };
}
