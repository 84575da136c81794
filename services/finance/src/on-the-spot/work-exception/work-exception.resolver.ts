import { fromGlobalId, requireRole, toUserErrors, UserError, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { DECIDERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { OnTheSpotPaymentView } from '../view-on-the-spot/on-the-spot-payment.gql';
import { onTheSpotPayment } from '../view-on-the-spot/on-the-spot-payments.query';
import { workException, type ExceptionDependencies } from './work-exception.handler';

@InputType({ description: 'Which exception, as it was seen.' })
class OnTheSpotExceptionInput {
  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The payment.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'To whom an exception is given, as it was seen.' })
export class AssignOnTheSpotExceptionInput extends OnTheSpotExceptionInput {
  @Field(() => String, { nullable: true, description: 'Subject of whoever settles it; the viewer where absent.' })
  owner?: string;
}

@InputType({ description: 'How an exception was settled, as it was seen.' })
export class EndOnTheSpotExceptionInput extends OnTheSpotExceptionInput {
  @Field(() => String, { description: 'What was done, in 1 to 500 characters.' })
  note!: string;
}

@ObjectType({ description: 'What came of work on an exception.' })
export class OnTheSpotExceptionPayload {
  @Field(() => OnTheSpotPaymentView, { nullable: true, description: 'The payment; null when it was refused.' })
  onTheSpotPayment!: OnTheSpotPaymentView | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@Resolver()
export class WorkExceptionResolver {
  constructor(private readonly dependencies: ExceptionDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => OnTheSpotExceptionPayload, {
    description: 'Gives an exception to somebody who settles it. For finance and managers.',
  })
  assignOnTheSpotException(
    @Arg('input', () => AssignOnTheSpotExceptionInput, { description: 'Which, and who.' })
    { owner, ...input }: AssignOnTheSpotExceptionInput,
    @Ctx() context: GraphContext,
  ): Promise<OnTheSpotExceptionPayload> {
    return this.work(context, input, { owner: owner ?? context.viewer.subject });
  }

  @Directive('@authenticated')
  @Mutation(() => OnTheSpotExceptionPayload, {
    description: 'Ends an exception by saying what was done about it. For finance and managers.',
  })
  endOnTheSpotException(
    @Arg('input', () => EndOnTheSpotExceptionInput, { description: 'Which, and what was done.' })
    { note, ...input }: EndOnTheSpotExceptionInput,
    @Ctx() context: GraphContext,
  ): Promise<OnTheSpotExceptionPayload> {
    return this.work(context, input, { note });
  }

  private async work(
    context: GraphContext,
    { id, idempotencyKey, expectedVersion }: OnTheSpotExceptionInput,
    what: { readonly owner: string } | { readonly note: string },
  ): Promise<OnTheSpotExceptionPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const paymentId = fromGlobalId('OnTheSpotPayment', id);
    const { outcome, replayed } =
      unusableKey(idempotencyKey) ??
      (paymentId === undefined
        ? notFound('id')
        : await workException(
            { tenantId, subject, idempotencyKey, id: paymentId, expectedVersion, ...what },
            this.dependencies,
          ));
    if (!outcome.ok) return { onTheSpotPayment: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const seen = await onTheSpotPayment(this.dependencies.database.reader(tenantId), outcome.value);
    return { onTheSpotPayment: seen ?? null, replayed, userErrors: [] };
  }
}
