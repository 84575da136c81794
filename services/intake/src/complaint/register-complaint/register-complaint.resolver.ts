import type { Refusal } from '@redress/kernel';
import { LocaleName, requireRole, toGlobalId, type GraphContext, type Locale } from '@redress/graphql-runtime';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { REGISTERED_VERSION } from '../model/complaint.model';
import { findComplaints } from '../view-complaints/complaint.reference';
import { toComplaint, type Complaint } from '../view-complaints/complaint.gql';
import { readRegistration } from './read-registration.gql';
import {
  PromisedDate,
  RegisterComplaintInput,
  RegisterComplaintPayload,
  type Acknowledgement as AcknowledgementObject,
} from './register-complaint.gql';
import {
  registerComplaint,
  type Acknowledgement,
  type RegistrationPorts,
  type RegistrationResult,
} from './register-complaint.handler';

/** Registers complaints. */
@Resolver(() => PromisedDate)
export class RegisterComplaintResolver {
  constructor(private readonly ports: RegistrationPorts) {}

  @Mutation(() => RegisterComplaintPayload, {
    description:
      'Registers a complaint, numbers it, and tells by when it will be handled. For front-line staff and customers.',
  })
  async registerComplaint(
    @Arg('input', () => RegisterComplaintInput, { description: 'The complaint.' }) input: RegisterComplaintInput,
    @Ctx() context: GraphContext,
  ): Promise<RegisterComplaintPayload> {
    const viewer = requireRole(context, 'customer', 'agent', 'handler', 'supervisor');
    const problems = idempotencyKeyProblems(input.idempotencyKey);
    if (problems.length > 0) return refused(problems, context);
    const command = readRegistration(input);
    if (!command.ok) return refused(command.refusals, context);
    const result = await registerComplaint(command.value, viewer, input.idempotencyKey, this.ports);
    if (!result.outcome.ok) return refused(result.outcome.refusals, context);
    return {
      complaint: await this.complaintOf(result, result.outcome.value.complaintId, context),
      acknowledgement: toAcknowledgement(result.outcome.value),
      replayed: result.replayed,
      userErrors: [],
    };
  }

  @FieldResolver(() => String, { description: 'What the stage is called.' })
  label(
    @Root() promised: PromisedDate,
    @Ctx() context: GraphContext,
    @Arg('locale', () => LocaleName, { nullable: true, description: 'The language; that of the request unless told.' })
    locale?: Locale,
  ): string {
    return (locale ?? context.locale) === 'en' ? promised.labels.en : promised.labels.zh;
  }

  /** What was just entered needs not be read again. */
  private async complaintOf(
    { complaint }: RegistrationResult,
    complaintId: string,
    context: GraphContext,
  ): Promise<Complaint | null> {
    if (complaint !== undefined) return toComplaint(complaint, REGISTERED_VERSION);
    const [found] = await findComplaints(this.ports.database, [toGlobalId('Complaint', complaintId)], context);
    return found ?? null;
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): RegisterComplaintPayload {
  return { complaint: null, acknowledgement: null, replayed: false, userErrors: inputErrors(refusals, context) };
}

function toAcknowledgement({ number, acknowledgedAt, dueDates }: Acknowledgement): AcknowledgementObject {
  return {
    number,
    acknowledgedAt: new Date(acknowledgedAt),
    dueDates: dueDates.map(({ stage, label, dueAt }) => ({ stage, dueAt: new Date(dueAt), labels: label })),
  };
}
