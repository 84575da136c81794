import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { DECIDERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { assignReturnException } from '../assign-exception/assign-exception.handler';
import type { ReturnExceptionLoader } from '../view-exceptions/return-exception.loader';
import { resolveReturnException, type ResolutionDependencies } from './resolve-exception.handler';
import {
  AssignReturnExceptionInput,
  ResolveReturnExceptionInput,
  ReturnExceptionPayload,
} from './return-exception-payload.gql';

@Resolver()
export class ResolveReturnExceptionResolver {
  constructor(
    private readonly dependencies: ResolutionDependencies,
    private readonly exceptions: ReturnExceptionLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ReturnExceptionPayload, {
    description:
      'Decides what becomes of goods that do not fit. Who signed for them may not let more be posted than was authorised. For finance and managers.',
  })
  async resolveReturnException(
    @Arg('input', () => ResolveReturnExceptionInput, { description: 'Which, how it ends, and why.' })
    input: ResolveReturnExceptionInput,
    @Ctx() context: GraphContext,
  ): Promise<ReturnExceptionPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const { expectedVersion, expectedReturnVersion, resolution, reason, idempotencyKey } = input;
    const exceptionId = fromGlobalId('ReturnException', input.exceptionId);
    const named = input.returnLineId;
    const returnLineId = named === undefined ? undefined : fromGlobalId('ReturnLine', named);
    const unknown =
      exceptionId === undefined
        ? notFound('exceptionId')
        : named !== undefined && returnLineId === undefined
          ? notFound('returnLineId')
          : undefined;
    const refused = unusableKey(idempotencyKey) ?? unknown;
    if (refused !== undefined || exceptionId === undefined) {
      return this.exceptions.answer(refused ?? notFound('exceptionId'), context);
    }
    const command = {
      ...{ tenantId, subject, idempotencyKey, exceptionId, expectedVersion, resolution, reason },
      ...(returnLineId === undefined ? {} : { returnLineId }),
      ...(expectedReturnVersion === undefined ? {} : { expectedReturnVersion }),
    };
    return this.exceptions.answer(await resolveReturnException(command, this.dependencies), context);
  }

  @Directive('@authenticated')
  @Mutation(() => ReturnExceptionPayload, {
    description: 'Gives an exception that is not decided another owner. For finance and managers.',
  })
  async assignReturnException(
    @Arg('input', () => AssignReturnExceptionInput, { description: 'Which, and who sees to it.' })
    { exceptionId, expectedVersion, owner, idempotencyKey }: AssignReturnExceptionInput,
    @Ctx() context: GraphContext,
  ): Promise<ReturnExceptionPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const id = fromGlobalId('ReturnException', exceptionId);
    const command = { tenantId, subject, idempotencyKey, expectedVersion, owner };
    const result =
      unusableKey(idempotencyKey) ??
      (id === undefined
        ? notFound('exceptionId')
        : await assignReturnException({ ...command, exceptionId: id }, this.dependencies));
    return this.exceptions.answer(result, context);
  }
}
