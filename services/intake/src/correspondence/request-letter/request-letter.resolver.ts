import type { Refusal } from '@redress/kernel';
import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MasterKeys } from '../../personal-data/master-keys';
import { idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { LetterPayload } from '../view-letters/letter-payload.gql';
import { letterById } from '../view-letters/letters.query';
import { toLetter } from '../view-letters/letters.resolver';
import { RequestLetterInput } from './request-letter.gql';
import { requestLetter, type RequestLetterPorts } from './request-letter.handler';

/** Has letters written. */
@Resolver()
export class RequestLetterResolver {
  constructor(
    private readonly ports: RequestLetterPorts,
    private readonly masters: MasterKeys,
  ) {}

  @Mutation(() => LetterPayload, {
    description: 'Sends the complainant a letter in the words of a person, in its template. For front-line staff.',
  })
  async requestLetter(
    @Arg('input', () => RequestLetterInput, { description: 'The letter.' }) input: RequestLetterInput,
    @Ctx() context: GraphContext,
  ): Promise<LetterPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const problems = idempotencyKeyProblems(input.idempotencyKey);
    if (problems.length > 0) return refused(problems, context);
    const { purpose, text } = input;
    const command = { complaintId: fromGlobalId('Complaint', input.complaintId) ?? '', purpose, text };
    const { outcome, replayed } = await requestLetter(command, viewer, input.idempotencyKey, this.ports);
    if (!outcome.ok) return refused(outcome.refusals, context);
    const record = await letterById(this.ports.database.reader(viewer.tenantId), outcome.value.letterId);
    const letter = record === undefined ? null : toLetter(record, viewer.tenantId, this.masters);
    return { letter, replayed, userErrors: [] };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): LetterPayload {
  return { letter: null, replayed: false, userErrors: inputErrors(refusals, context) };
}
