import type { Refusal } from '@redress/kernel';
import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MasterKeys } from '../../personal-data/master-keys';
import { idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { LetterPayload } from '../view-letters/letter-payload.gql';
import { letterById } from '../view-letters/letters.query';
import { toLetter } from '../view-letters/letters.resolver';
import { ResendLetterInput } from './resend-letter.gql';
import { resendLetter, type ResendLetterPorts } from './resend-letter.handler';

/** Sends letters once more. */
@Resolver()
export class ResendLetterResolver {
  constructor(
    private readonly ports: ResendLetterPorts,
    private readonly masters: MasterKeys,
  ) {}

  @Mutation(() => LetterPayload, {
    description:
      'Sends a letter once more that was sent, failed, was given up or came back, to the address that is known today. ' +
      'For front-line staff.',
  })
  async resendLetter(
    @Arg('input', () => ResendLetterInput, { description: 'Which letter.' }) input: ResendLetterInput,
    @Ctx() context: GraphContext,
  ): Promise<LetterPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const problems = idempotencyKeyProblems(input.idempotencyKey);
    if (problems.length > 0) return refused(problems, context);
    const letterId = fromGlobalId('Letter', input.letterId) ?? '';
    const command = { letterId, expectedVersion: input.expectedVersion };
    const { outcome, replayed } = await resendLetter(command, viewer, input.idempotencyKey, this.ports);
    if (!outcome.ok) return refused(outcome.refusals, context);
    const record = await letterById(this.ports.database.reader(viewer.tenantId), letterId);
    const letter = record === undefined ? null : toLetter(record, viewer.tenantId, this.masters);
    return { letter, replayed, userErrors: [] };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): LetterPayload {
  return { letter: null, replayed: false, userErrors: inputErrors(refusals, context) };
}
