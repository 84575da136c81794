import { fromGlobalId, requireRole, toUserErrors, UserError, type GraphContext } from '@redress/graphql-runtime';
import { refuse } from '@redress/kernel';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { SIGNAL_DECIDERS } from '../model/signal-access.rules';
import type { SignalAction } from '../model/signal.transitions';
import { isWithoutReason, notFound, unusableKey } from '../public-graph/command-input.rules';
import { SignalView } from '../view-signals/signal.gql';
import type { SignalLoader } from '../view-signals/signal.loader';
import { toSignal } from '../view-signals/to-signal.gql';
import { decideSignal, type DecideSignalDependencies } from './decide-signal.handler';

@InputType({ description: 'A signal that somebody looks into.' })
export class AcknowledgeSignalInput {
  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The signal.' })
  signalId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'A signal that is done with, and why.' })
export class CloseSignalInput extends AcknowledgeSignalInput {
  @Field(() => String, { description: 'Why, 1 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'A signal that means nothing, and why.' })
export class DismissSignalInput extends CloseSignalInput {}

@InputType({ description: 'A signal about which something was done, and what.' })
export class AddressSignalInput extends CloseSignalInput {}

@ObjectType({ description: 'What came of a decision on a signal.' })
export class SignalPayload {
  @Field(() => SignalView, { nullable: true, description: 'The signal; null when it was refused.' })
  signal!: SignalView | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@Resolver()
export class DecideSignalResolver {
  constructor(
    private readonly dependencies: DecideSignalDependencies,
    private readonly signals: SignalLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => SignalPayload, { description: 'Says that a signal is looked into. For managers and analysts.' })
  acknowledgeSignal(
    @Arg('input', () => AcknowledgeSignalInput, { description: 'Which, as it was seen.' })
    input: AcknowledgeSignalInput,
    @Ctx() context: GraphContext,
  ): Promise<SignalPayload> {
    return this.decide('acknowledge', input, context);
  }

  @Directive('@authenticated')
  @Mutation(() => SignalPayload, {
    description:
      'Says that a signal means nothing. The same rise makes no other as long as it goes on. For managers and analysts.',
  })
  dismissSignal(
    @Arg('input', () => DismissSignalInput, { description: 'Which, as it was seen, and why.' })
    input: DismissSignalInput,
    @Ctx() context: GraphContext,
  ): Promise<SignalPayload> {
    return this.decide('dismiss', input, context);
  }

  @Directive('@authenticated')
  @Mutation(() => SignalPayload, {
    description: 'Says what was done about a signal. For managers and analysts.',
  })
  addressSignal(
    @Arg('input', () => AddressSignalInput, { description: 'Which, as it was seen, and what was done.' })
    input: AddressSignalInput,
    @Ctx() context: GraphContext,
  ): Promise<SignalPayload> {
    return this.decide('address', input, context);
  }

  private async decide(
    action: SignalAction,
    input: AcknowledgeSignalInput & { readonly reason?: string },
    context: GraphContext,
  ): Promise<SignalPayload> {
    const { tenantId, subject } = requireRole(context, ...SIGNAL_DECIDERS);
    const { idempotencyKey, expectedVersion, reason } = input;
    const signalId = fromGlobalId('Signal', input.signalId);
    const unreasoned = action === 'acknowledge' ? undefined : isWithoutReason(reason ?? '');
    const { outcome, replayed }: CommandResult<string> =
      unusableKey(idempotencyKey) ??
      (signalId === undefined
        ? notFound('signalId')
        : unreasoned !== undefined
          ? { outcome: refuse(unreasoned), replayed: false }
          : await decideSignal(
              {
                ...{ tenantId, subject, idempotencyKey, action, signalId, expectedVersion },
                ...(reason === undefined ? {} : { reason }),
              },
              this.dependencies,
            ));
    if (!outcome.ok) return { signal: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const found = await this.signals.find(context, outcome.value);
    return { signal: found === null ? null : toSignal(found), replayed, userErrors: [] };
  }
}
