import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { SETTLEMENT_READERS } from '../../access/access.rules';
import { Case, Complaint, Settlement } from './settlement.gql';
import type { SettlementLoader } from './settlement.loader';

@Resolver(() => Case)
export class CaseSettlementsResolver {
  constructor(private readonly loader: SettlementLoader) {}

  @FieldResolver(() => [Settlement], {
    nullable: true,
    description: 'The settlements drawn up for the case, oldest first; a customer sees the own ones.',
  })
  async settlements(@Root() parent: Case, @Ctx() context: GraphContext): Promise<readonly Settlement[]> {
    requireRole(context, ...SETTLEMENT_READERS);
    const id = fromGlobalId('Case', parent.id);
    return id === undefined ? [] : this.loader.find(context, 'caseId', id);
  }
}

@Resolver(() => Complaint)
export class ComplaintSettlementsResolver {
  constructor(private readonly loader: SettlementLoader) {}

  @FieldResolver(() => [Settlement], {
    nullable: true,
    description: 'The settlements drawn up for the complaint, oldest first; a customer sees the own ones.',
  })
  async settlements(@Root() parent: Complaint, @Ctx() context: GraphContext): Promise<readonly Settlement[]> {
    requireRole(context, ...SETTLEMENT_READERS);
    const id = fromGlobalId('Complaint', parent.id);
    return id === undefined ? [] : this.loader.find(context, 'complaintId', id);
  }
}
