import { accept, refuse, type Actor, type Outcome, type Refusal } from '@redress/kernel';
import type { Category } from '../../category/model/category.model';
import type { WindowRefusal } from '../../contact-window/model/contact-window.rules';
import type { CustomerRefusal } from '../../customer/model/customer.rules';
import { promisedDates, type PromisedDate } from '../../regulation/model/acknowledgement.model';
import {
  channelNotEnabled,
  noRegulationInForce,
  type Adoption,
  type AdoptionRefusal,
} from '../../regulation/model/adoption.model';
import { isStaff } from '../../customer/model/visibility.rules';
import type { JudgedMatter } from '../model/judge-matter.rules';
import type { Complaint } from '../model/complaint.model';
import { CATEGORY_AXIS } from '../model/matter.model';
import { receivedInFuture, recordCardProblems, type RecordCardRefusal } from '../model/record-card.rules';
import type { MatterRefusal } from './decide-matter.rules';
import type { RegisterComplaint } from './register-complaint.command';

export type RegistrationRefusal =
  | RecordCardRefusal
  | CustomerRefusal
  | AdoptionRefusal
  | MatterRefusal
  | WindowRefusal
  | 'INTAKE_CATEGORY_UNKNOWN'
  | 'INTAKE_CATEGORY_REQUIRED'
  | 'INTAKE_RECEIPT_TIME_STAFF_ONLY';

/** What the rules need to know beside the command. */
export interface RegistrationContext {
  readonly actor: Actor;
  readonly now: Date;
  readonly id: string;
  readonly customerId: string;
  readonly adoption: Adoption;
  readonly judged: JudgedMatter;
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

/** The adoption in force at the receipt, if it takes complaints over the channel. */
export function adoptionFor(
  command: RegisterComplaint,
  adoption: Adoption | undefined,
  now: Date,
): Outcome<Adoption, AdoptionRefusal> {
  if (adoption === undefined) return refuse(noRegulationInForce(command.receivedAt ?? now));
  const disabled = channelNotEnabled(adoption, command.channel);
  return disabled === undefined ? accept(adoption) : refuse(disabled);
}

/** Decides whether a complaint is registered under the regulation in force at its receipt. */
export function decideRegistration(
  command: RegisterComplaint,
  { actor, now, id, customerId, adoption, judged, category }: RegistrationContext,
): Outcome<Registration, RegistrationRefusal> {
  const receivedAt = command.receivedAt ?? now;
  if (category === undefined) return refuse(noCategory(judged, adoption));
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
      matter: judged.matter,
      judgement: judged.judgement,
    },
    adoption,
    promised: promisedDates(adoption, receivedAt),
  });
}

function noCategory({ category, judgement }: JudgedMatter, adoption: Adoption): Refusal<RegistrationRefusal> {
  const path = ['categoryCode'];
  const named = categoriesOf(adoption);
  if (category !== undefined) {
    return { code: 'INTAKE_CATEGORY_UNKNOWN', path, facts: { categoryCode: category }, details: { allowed: named } };
  }
  const suggested = judgement.suggestions.filter(({ axis }) => axis === CATEGORY_AXIS).map(({ value }) => value);
  return { code: 'INTAKE_CATEGORY_REQUIRED', path, details: { allowed: [...new Set([...suggested, ...named])] } };
}

function categoriesOf({ regulation }: Adoption): readonly string[] {
  return regulation.classification.find(({ axis }) => axis === CATEGORY_AXIS)?.values.map(({ code }) => code) ?? [];
}
