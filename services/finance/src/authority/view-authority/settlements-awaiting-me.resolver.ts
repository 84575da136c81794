import {
  ConnectionArgs,
  ListCost,
  readConnection,
  requireRole,
  toMoney,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import { hasRole, STAFF_ROLES, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Args, ArgsType, Ctx, Directive, Field, Query, Resolver } from 'type-graphql';
import { visibilityOf } from '../../access/access.rules';
import type { CaseKnowledge } from '../../case-file/model/case-knowledge.repository';
import { SettlementConnection, type SettlementTotal } from '../../settlement/view-settlements/settlement-list.gql';
import { settlementTotals } from '../../settlement/view-settlements/settlement-list.query';
import { SettlementWhereInput } from '../../settlement/view-settlements/settlement-where.gql';
import type { Settlement } from '../../settlement/view-settlements/settlement.gql';
import type { SettlementRecord } from '../../settlement/view-settlements/settlement.query';
import { toSettlement } from '../../settlement/view-settlements/to-settlement.gql';
import { signatoryOf } from '../rule-on-approval/examine-settlement.handler';
import { awaitingList } from './settlements-awaiting-me.query';

@ArgsType()
export class SettlementsAwaitingMeArgs extends ConnectionArgs {
  @Field(() => SettlementWhereInput, { nullable: true, description: 'Only settlements that fulfil these conditions.' })
  where?: SettlementWhereInput;
}

@Resolver()
export class SettlementsAwaitingMeResolver {
  constructor(
    private readonly dependencies: Pick<CaseKnowledge, 'standings'> & {
      readonly database: Database;
      readonly clock: Clock;
    },
  ) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => SettlementConnection, {
    description:
      'Released settlements that wait for the viewer’s signature, oldest first: as a role, as a party of the regulation, or in the place of an absent colleague; without those on which the viewer may not decide.',
  })
  async settlementsAwaitingMe(
    @Args(() => SettlementsAwaitingMeArgs) args: SettlementsAwaitingMeArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Settlement> & { readonly readTotals: () => Promise<SettlementTotal[]> }> {
    const viewer = requireRole(context, ...STAFF_ROLES);
    const { database, clock } = this.dependencies;
    const reader = database.reader(viewer.tenantId);
    const person = await signatoryOf(reader, viewer, [], clock.now(), this.dependencies);
    const asked = {
      subject: viewer.subject,
      holders: [...person.roles, ...person.parties],
      isFinance: hasRole(viewer, 'finance'),
    };
    const visibility = visibilityOf(viewer);
    const list = awaitingList(args.where, visibility, asked);
    const page = await readConnection(context, reader, list, args, (record: SettlementRecord) =>
      toSettlement(record, visibility),
    );
    const readTotals = async (): Promise<SettlementTotal[]> =>
      (await settlementTotals(reader, list)).map(({ amount, count, byState }) => ({
        amount: toMoney(amount),
        count,
        byState: byState.map((each) => ({ ...each, amount: toMoney(each.amount) })),
      }));
    return { ...page, readTotals };
  }
}
