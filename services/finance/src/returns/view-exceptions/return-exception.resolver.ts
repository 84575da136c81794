import {
  fromGlobalId,
  ListCost,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import { STAFF_ROLES, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ReturnAuthorisation, ReturnLine } from '../view-returns/return.gql';
import type { ReturnLoader } from '../view-returns/return.loader';
import { ReturnException, ReturnExceptionConnection, ReturnExceptionsArgs } from './return-exception.gql';
import type { ReturnExceptionLoader } from './return-exception.loader';
import { exceptionList, exceptionOf, type ReturnExceptionRow } from './return-exception.query';
import { toReturnException } from './to-return-exception.gql';

@Resolver(() => ReturnException)
export class ReturnExceptionResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly exceptions: ReturnExceptionLoader,
    private readonly returns: ReturnLoader,
  ) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => ReturnExceptionConnection, { description: 'The queue of what does not fit about goods; for staff.' })
  async returnExceptions(
    @Args(() => ReturnExceptionsArgs) args: ReturnExceptionsArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<ReturnException>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const list = exceptionList(args.where, args.orderBy);
    const now = this.clock.now();
    return readConnection(context, this.database.reader(tenantId), list, args, (row: ReturnExceptionRow) =>
      toReturnException(exceptionOf(row), now),
    );
  }

  @Directive('@authenticated')
  @Query(() => ReturnException, { nullable: true, description: 'An exception by its id; for staff.' })
  async returnException(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<ReturnException | null> {
    requireRole(context, ...STAFF_ROLES);
    const exceptionId = fromGlobalId('ReturnException', id);
    return exceptionId === undefined ? null : this.exceptions.find(context, exceptionId);
  }

  @FieldResolver(() => ReturnAuthorisation, { nullable: true, description: 'The return, where it is about one.' })
  async return(
    @Root() { returnId }: ReturnException,
    @Ctx() context: GraphContext,
  ): Promise<ReturnAuthorisation | null> {
    return returnId === undefined ? null : this.returns.find(context, 'id', returnId);
  }

  @FieldResolver(() => ReturnLine, { nullable: true, description: 'The line of the return, where it is about one.' })
  async line(@Root() { lineId }: ReturnException, @Ctx() context: GraphContext): Promise<ReturnLine | null> {
    return lineId === undefined ? null : this.returns.line(context, lineId);
  }

  @FieldResolver(() => ReturnLine, {
    nullable: true,
    description: 'The line on which the decision counted its goods, of this return or of another.',
  })
  async countedOn(
    @Root() { countedOnLineId }: ReturnException,
    @Ctx() context: GraphContext,
  ): Promise<ReturnLine | null> {
    return countedOnLineId === undefined ? null : this.returns.line(context, countedOnLineId);
  }
}

@Resolver(() => ReturnAuthorisation)
export class ExceptionsOfReturnResolver {
  constructor(private readonly loader: ReturnExceptionLoader) {}

  @FieldResolver(() => [ReturnException], { description: 'What did not fit about it, earliest first.' })
  exceptions(@Root() { returnId }: ReturnAuthorisation, @Ctx() context: GraphContext): Promise<ReturnException[]> {
    return this.loader.ofReturn(context, returnId);
  }
}
