import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { SIGNAL_DECIDERS } from '../model/signal-access.rules';
import { unusableKey } from '../public-graph/command-input.rules';
import { DetectSignalsInput, DetectSignalsPayload } from './detect-signals.gql';
import { detectSignalsOnDemand, type DetectDependencies, type Detection } from './detect-signals.handler';

@Resolver()
export class DetectSignalsResolver {
  constructor(private readonly dependencies: DetectDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => DetectSignalsPayload, {
    description: 'Looks at every series now. It is done by itself once a local day. For managers and analysts.',
  })
  async detectSignals(
    @Arg('input', () => DetectSignalsInput, { description: 'The look.' }) { idempotencyKey }: DetectSignalsInput,
    @Ctx() context: GraphContext,
  ): Promise<DetectSignalsPayload> {
    const { tenantId, subject } = requireRole(context, ...SIGNAL_DECIDERS);
    const { outcome, replayed }: CommandResult<Detection> =
      unusableKey(idempotencyKey) ??
      (await detectSignalsOnDemand({ tenantId, subject, idempotencyKey }, this.dependencies));
    if (!outcome.ok) return { detection: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const { asOf, capped, ...counts } = outcome.value;
    const detection = { ...counts, capped: [...capped], position: BigInt(asOf.position), time: new Date(asOf.time) };
    return { detection, replayed, userErrors: [] };
  }
}
