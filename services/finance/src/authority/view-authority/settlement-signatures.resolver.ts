import { fromGlobalId, toMoney, type GraphContext } from '@redress/graphql-runtime';
import type { Role } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../access/access.rules';
import type { CaseKnowledge } from '../../case-file/composition-root';
import { Settlement } from '../../settlement/view-settlements/settlement.gql';
import { labelOf } from '../model/matrix.model';
import { SettlementAwaiting, SettlementEndorsement } from './authority.gql';
import {
  awaitingBySettlement,
  endorsementsBySettlement,
  type AwaitingRecord,
  type EndorsementRecord,
} from './signatures.query';

@Resolver(() => Settlement)
export class SettlementSignaturesResolver {
  constructor(private readonly dependencies: Pick<CaseKnowledge, 'regulations'> & { readonly database: Database }) {}

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
