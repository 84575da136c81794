import { fromGlobalId, requireRole, toGlobalId, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Case, Settlement } from '../../settlement/view-settlements/settlement.gql';
import type { SettlementLoader } from '../../settlement/view-settlements/settlement.loader';
import { ReturnAuthorisation, ReturnInspection, ReturnLine } from './return.gql';
import type { ReturnLoader } from './return.loader';

@Resolver(() => ReturnAuthorisation)
export class ReturnResolver {
  constructor(
    private readonly returns: ReturnLoader,
    private readonly settlements: SettlementLoader,
  ) {}

  @Directive('@authenticated')
  @Query(() => ReturnAuthorisation, { nullable: true, description: 'A return by its id; for staff.' })
  async returnAuthorisation(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<ReturnAuthorisation | null> {
    requireRole(context, ...STAFF_ROLES);
    const returnId = fromGlobalId('ReturnAuthorisation', id);
    return returnId === undefined ? null : this.returns.find(context, 'id', returnId);
  }

  @Directive('@authenticated')
  @Query(() => ReturnAuthorisation, { nullable: true, description: 'A return by its number; for staff.' })
  async returnByNumber(
    @Arg('number', () => String, { description: 'Its number, for example `R2026-000017`.' }) number: string,
    @Ctx() context: GraphContext,
  ): Promise<ReturnAuthorisation | null> {
    requireRole(context, ...STAFF_ROLES);
    return this.returns.find(context, 'number', number);
  }

  @FieldResolver(() => [ReturnLine], { description: 'The lines of which goods may come back.' })
  lines(@Root() { returnId }: ReturnAuthorisation, @Ctx() context: GraphContext): Promise<ReturnLine[]> {
    return this.returns.lines(context, returnId);
  }

  @FieldResolver(() => Settlement, { nullable: true, description: 'The settlement that pays for the goods.' })
  async settlement(
    @Root() { settlementId }: ReturnAuthorisation,
    @Ctx() context: GraphContext,
  ): Promise<Settlement | null> {
    return (await this.settlements.find(context, 'id', settlementId))[0] ?? null;
  }

  @FieldResolver(() => Case, { nullable: true, description: 'The case whose resolution lets goods come back.' })
  case(@Root() { caseId }: ReturnAuthorisation): Case {
    return { id: toGlobalId('Case', caseId) };
  }
}

@Resolver(() => ReturnLine)
export class ReturnLineResolver {
  constructor(private readonly returns: ReturnLoader) {}

  @FieldResolver(() => ReturnAuthorisation, { nullable: true, description: 'The return that it is a line of.' })
  return(@Root() { returnId }: ReturnLine, @Ctx() context: GraphContext): Promise<ReturnAuthorisation | null> {
    return this.returns.find(context, 'id', returnId);
  }

  @FieldResolver(() => [ReturnInspection], {
    description: 'What was found about the goods as goods of this line, earliest first; see `inspected`.',
  })
  inspections(@Root() { lineId }: ReturnLine, @Ctx() context: GraphContext): Promise<ReturnInspection[]> {
    return this.returns.inspections(context, lineId);
  }
}

@Resolver(() => Settlement)
export class ReturnOfSettlementResolver {
  constructor(private readonly returns: ReturnLoader) {}

  @FieldResolver(() => ReturnAuthorisation, {
    nullable: true,
    description: 'What it lets come back, and what did; null where no goods come back, and for who is not staff.',
  })
  return(@Root() { id }: Settlement, @Ctx() context: GraphContext): Promise<ReturnAuthorisation | null> {
    return this.returns.find(context, 'settlementId', fromGlobalId('Settlement', id) ?? '');
  }
}
