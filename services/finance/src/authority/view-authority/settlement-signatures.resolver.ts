import { fromGlobalId, toMoney, type GraphContext } from '@redress/graphql-runtime';
import type { Clock, Role } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../access/access.rules';
import { Settlement, SettlementActionEnum } from '../../settlement/view-settlements/settlement.gql';
import { labelOf } from '../model/matrix.model';
import type { ExaminationDependencies } from '../rule-on-approval/examine-settlement.handler';
import { SettlementAwaiting, SettlementEndorsement } from './authority.gql';
import { availableActions, type SettlementAction } from './available-actions.handler';
import {
  awaitingBySettlement,
  endorsementsBySettlement,
  type AwaitingRecord,
  type EndorsementRecord,
} from './signatures.query';

@Resolver(() => Settlement)
export class SettlementSignaturesResolver {
  constructor(
    private readonly dependencies: ExaminationDependencies & { readonly database: Database; readonly clock: Clock },
  ) {}

  @FieldResolver(() => [SettlementActionEnum], {
    description:
      'What the viewer may do with it now, by the rules of the mutations; what a remedy needs besides, such as evidence, is asked when it is done.',
  })
  async availableActions(
    @Root() { id, state }: Settlement,
    @Ctx() context: GraphContext,
  ): Promise<readonly (keyof typeof SettlementActionEnum)[]> {
    const { viewer } = context;
    const settlementId = fromGlobalId('Settlement', id);
    if (settlementId === undefined || state !== 'RELEASED' || !isStaff(viewer)) return [];
    const { database, clock } = this.dependencies;
    const loader = context.loader<string, readonly SettlementAction[]>('settlement actions', (ids) =>
      availableActions(database.reader(viewer.tenantId), ids, viewer, clock.now(), this.dependencies),
    );
    return (await loader.load(settlementId)) ?? [];
  }

  @FieldResolver(() => SettlementAwaiting, {
    nullable: true,
    description: 'For whose signature it waits while it is RELEASED; for staff only.',
  })
  async awaiting(@Root() { id, state }: Settlement, @Ctx() context: GraphContext): Promise<SettlementAwaiting | null> {
    const settlementId = fromGlobalId('Settlement', id);
    if (settlementId === undefined || state !== 'RELEASED' || !isStaff(context.viewer)) return null;
    const reader = this.dependencies.database.reader(context.viewer.tenantId);
    const loader = context.loader<string, AwaitingRecord>('settlement awaiting', (ids) =>
      awaitingBySettlement(reader, ids),
    );
    const record = await loader.load(settlementId);
    if (record === null) return { holder: 'finance', label: 'finance', role: 'finance', since: null };
    const { holder, role, since } = record;
    return { holder, role: role as Role | null, since, label: await this.nameOf(holder, context) };
  }

  @FieldResolver(() => [SettlementEndorsement], {
    nullable: true,
    description: 'Signatures below the approval, in their order; for staff only.',
  })
  async endorsements(
    @Root() { id }: Settlement,
    @Ctx() context: GraphContext,
  ): Promise<SettlementEndorsement[] | null> {
    const settlementId = fromGlobalId('Settlement', id);
    if (settlementId === undefined || !isStaff(context.viewer)) return null;
    const reader = this.dependencies.database.reader(context.viewer.tenantId);
    const loader = context.loader<string, EndorsementRecord[]>('settlement endorsements', (ids) =>
      endorsementsBySettlement(reader, ids),
    );
    return ((await loader.load(settlementId)) ?? []).map((record) => ({
      by: record.subject,
      holder: record.holder,
      onBehalfOf: record.onBehalfOf,
      opinion: record.opinion,
      amount: toMoney({ amountMinor: BigInt(record.amountMinor), currency: record.currency }),
      at: record.endorsedAt,
    }));
  }

  /** As any of the organisation's regulations calls it. */
  private async nameOf(holder: string | null, { viewer, locale }: GraphContext): Promise<string | null> {
    if (holder === null) return null;
    const bindings = await this.dependencies.regulations.all(this.dependencies.database.reader(viewer.tenantId));
    const label = bindings.map((binding) => labelOf(binding, holder)).find((each) => each !== undefined);
    return (locale === 'zh-CN' ? label?.zh : label?.en) ?? holder;
  }
}
