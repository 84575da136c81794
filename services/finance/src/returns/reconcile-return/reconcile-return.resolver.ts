import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { DECIDERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { ReturnPayload } from '../view-returns/return-payload.gql';
import type { ReturnLoader } from '../view-returns/return.loader';
import { reconcileReturn, type ReconciliationDependencies } from './reconcile-return.handler';

@InputType({ description: 'Which return to match, as it was seen.' })
export class ReconcileReturnInput {
  @Field(() => ID, { description: 'The return.' })
  returnId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether nothing more is expected: what is short is posted as it came.',
  })
  nothingMoreExpected!: boolean;

  @Field(() => String, { description: 'Made by the client; the same key posts once. 1 to 128 characters.' })
  idempotencyKey!: string;
}

@Resolver()
export class ReconcileReturnResolver {
  constructor(
    private readonly dependencies: ReconciliationDependencies,
    private readonly returns: ReturnLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ReturnPayload, {
    description:
      'Matches what was authorised with what came, and changes the settlement to what is given for it. For finance and managers.',
  })
  async reconcileReturn(
    @Arg('input', () => ReconcileReturnInput, { description: 'Which, and what was seen.' })
    { returnId, expectedVersion, nothingMoreExpected: isFinal, idempotencyKey }: ReconcileReturnInput,
    @Ctx() context: GraphContext,
  ): Promise<ReturnPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const id = fromGlobalId('ReturnAuthorisation', returnId);
    const result =
      unusableKey(idempotencyKey) ??
      (id === undefined
        ? notFound('returnId')
        : await reconcileReturn(
            { tenantId, subject, idempotencyKey, returnId: id, expectedVersion, isFinal },
            this.dependencies,
          ));
    return this.returns.answer(result, context);
  }
}
