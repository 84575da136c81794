import { fromGlobalId, PublicError, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { Clock, Refusal } from '@redress/kernel';
import type { CommandResult } from '@redress/persistence';
import { possiblePerformersOf } from '../model/case-actions.rules';
import type { PersonalAction } from '../../case-actions.model';
import { unfitIdempotencyKey } from '../../idempotency-key.rules';
import type { CaseDetails } from '../view-cases/case-details.loader';
import { toCase } from '../view-cases/case-view.mapper';
import type { CaseCall } from './case-command.handler';
import type { CaseInput, CasePayload } from './case-payload.gql';

/** What the resolvers of all mutations on cases have in common: who may call, and what is answered. */
export class CaseMutations {
  constructor(
    private readonly details: CaseDetails,
    private readonly clock: Clock,
  ) {}

  /** Throws `FORBIDDEN` for a viewer whose roles never, or not under the case's regulation, perform the action. */
  async answer(
    action: PersonalAction,
    input: CaseInput,
    context: GraphContext,
    handle: (call: CaseCall) => Promise<CommandResult<{ readonly caseId: string }>>,
  ): Promise<CasePayload> {
    const actor = requireRole(context, ...possiblePerformersOf(action));
    const unfit = unfitIdempotencyKey(input.idempotencyKey);
    if (unfit !== undefined) return refused([unfit], context);
    const { idempotencyKey, expectedVersion } = input;
    const caseId = fromGlobalId('Case', input.caseId);
    const { outcome, replayed } = await handle({ actor, idempotencyKey, expectedVersion, caseId });
    if (!outcome.ok) return refused(outcome.refusals, context);
    this.details.renew(context);
    const stored = await this.details.case(context, 'id', outcome.value.caseId);
    return { case: stored === null ? null : toCase(stored, actor, this.clock.now()), replayed, userErrors: [] };
  }
}

/** What cannot be carried out before a command is called, such as an amount that cannot be. */
export function refused(refusals: readonly Refusal[], context: GraphContext): CasePayload {
  if (refusals.some(({ code }) => code === 'CASE_ROLE_NOT_ENTITLED')) {
    throw new PublicError('FORBIDDEN', 'This needs another role.');
  }
  return { case: null, replayed: false, userErrors: toUserErrors(refusals, context) };
}
