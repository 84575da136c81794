import type { Refusal } from '@redress/kernel';
import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MasterKeys } from '../../personal-data/master-keys';
import { idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { toQuarantinedMail } from '../view-quarantine/quarantine.resolver';
import { quarantinedMailById } from '../view-quarantine/quarantined-mails.query';
import {
  DismissQuarantinedMailInput,
  QuarantinedMailPayload,
  TakeQuarantinedMailAgainInput,
} from './decide-quarantine.gql';
import { decideQuarantine, type DecideQuarantinePorts } from './decide-quarantine.handler';

/** Decides of mails that were set aside. */
@Resolver()
export class DecideQuarantineResolver {
  constructor(
    private readonly ports: DecideQuarantinePorts,
    private readonly masters: MasterKeys,
  ) {}

  @Mutation(() => QuarantinedMailPayload, {
    description:
      'Tries a mail again that was set aside, when its mailbox is looked into next; one that fails again waits again. ' +
      'For supervisors and administrators.',
  })
  takeQuarantinedMailAgain(
    @Arg('input', () => TakeQuarantinedMailAgainInput, { description: 'Which mail.' })
    input: TakeQuarantinedMailAgainInput,
    @Ctx() context: GraphContext,
  ): Promise<QuarantinedMailPayload> {
    return this.decide(input, context);
  }

  @Mutation(() => QuarantinedMailPayload, {
    description:
      'Leaves a mail out that was set aside. Its copy stays, so that it can still be tried again. For supervisors and ' +
      'administrators.',
  })
  dismissQuarantinedMail(
    @Arg('input', () => DismissQuarantinedMailInput, { description: 'Which mail, and why.' })
    input: DismissQuarantinedMailInput,
    @Ctx() context: GraphContext,
  ): Promise<QuarantinedMailPayload> {
    return this.decide(input, context, input.reason);
  }

  private async decide(
    { idempotencyKey, mailId, expectedVersion }: TakeQuarantinedMailAgainInput,
    context: GraphContext,
    reason?: string,
  ): Promise<QuarantinedMailPayload> {
    const viewer = requireRole(context, 'supervisor', 'admin');
    const problems = idempotencyKeyProblems(idempotencyKey);
    if (problems.length > 0) return refused(problems, context);
    const id = fromGlobalId('QuarantinedMail', mailId) ?? '';
    const command = { mailId: id, expectedVersion, ...(reason === undefined ? {} : { reason }) };
    const { outcome, replayed } = await decideQuarantine(command, viewer, idempotencyKey, this.ports);
    if (!outcome.ok) return refused(outcome.refusals, context);
    const row = await quarantinedMailById(this.ports.database.reader(viewer.tenantId), outcome.value);
    const mail = row === undefined ? null : toQuarantinedMail(row, viewer.tenantId, this.masters);
    return { mail, replayed, userErrors: [] };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): QuarantinedMailPayload {
  return { mail: null, replayed: false, userErrors: inputErrors(refusals, context) };
}
