import {
  fromGlobalId,
  ListCost,
  PublicError,
  readConnection,
  readMoney,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { CommandResult, Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { SETTLEMENT_READERS, visibilityOf, VOUCHER_TAKERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { Settlement } from '../../settlement/view-settlements/settlement.gql';
import type { SettlementLoader } from '../../settlement/view-settlements/settlement.loader';
import { giveVoucherCode, type GiveCodeDependencies } from '../give-voucher-code/give-voucher-code.handler';
import { newVoucherCode } from '../model/voucher-code.policy';
import { redeemVoucher, type RedeemDependencies } from '../redeem-voucher/redeem-voucher.handler';
import {
  GiveVoucherCodeInput,
  GiveVoucherCodePayload,
  RedeemVoucherInput,
  RedeemVoucherPayload,
  Voucher,
  VoucherConnection,
  VoucherRedemption,
  VouchersArgs,
} from './voucher.gql';
import { toVoucher, type VoucherLoader } from './voucher.loader';
import { voucherList, type VoucherRecord } from './voucher.query';

@Resolver(() => Voucher)
export class VoucherResolver {
  constructor(
    private readonly database: Database,
    private readonly dependencies: GiveCodeDependencies & RedeemDependencies,
    private readonly vouchers: VoucherLoader,
    private readonly settlements: SettlementLoader,
  ) {}

  @Directive('@authenticated')
  @Query(() => Voucher, { nullable: true, description: 'A voucher by its id; null when there is none for the viewer.' })
  async voucher(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Voucher | null> {
    requireRole(context, ...SETTLEMENT_READERS);
    const voucherId = fromGlobalId('Voucher', id);
    return voucherId === undefined ? null : this.vouchers.find(context, voucherId);
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => VoucherConnection, {
    name: 'vouchers',
    description: 'Vouchers, latest first: all of the organisation for staff, the own ones for a customer.',
  })
  async list(@Args(() => VouchersArgs) args: VouchersArgs, @Ctx() context: GraphContext): Promise<Connection<Voucher>> {
    const viewer = requireRole(context, ...SETTLEMENT_READERS);
    const settlementId = args.settlement === undefined ? undefined : fromGlobalId('Settlement', args.settlement);
    if (args.settlement !== undefined && settlementId === undefined) {
      throw new PublicError('BAD_USER_INPUT', '`settlement` is not the id of a settlement.');
    }
    const list = voucherList(visibilityOf(viewer), settlementId);
    const reader = this.database.reader(viewer.tenantId);
    return readConnection(context, reader, list, args, (record: VoucherRecord) => toVoucher(record));
  }

  @FieldResolver(() => Settlement, { nullable: true, description: 'The settlement that it fulfils.' })
  async settlement(@Root() { settlementId }: Voucher, @Ctx() context: GraphContext): Promise<Settlement | null> {
    return (await this.settlements.find(context, 'id', settlementId))[0] ?? null;
  }

  @FieldResolver(() => [VoucherRedemption], { description: 'What was taken from it, in order.' })
  async redemptions(@Root() { id }: Voucher, @Ctx() context: GraphContext): Promise<VoucherRedemption[]> {
    const voucherId = fromGlobalId('Voucher', id);
    return voucherId === undefined ? [] : this.vouchers.redemptions(context, voucherId);
  }

  @Directive('@authenticated')
  @Mutation(() => GiveVoucherCodePayload, {
    description:
      'Gives a voucher a code and shows it this once; an earlier code is worth nothing from then on. For staff who serve customers, and for the customer whose voucher it is.',
  })
  async giveVoucherCode(
    @Arg('input', () => GiveVoucherCodeInput, { description: 'Which, as it was seen.' }) input: GiveVoucherCodeInput,
    @Ctx() context: GraphContext,
  ): Promise<GiveVoucherCodePayload> {
    const viewer = requireRole(context, ...VOUCHER_TAKERS, 'customer');
    const { tenantId, subject } = viewer;
    const voucherId = fromGlobalId('Voucher', input.voucherId);
    const code = newVoucherCode();
    const visibility = visibilityOf(viewer);
    const result: CommandResult<string> =
      unusableKey(input.idempotencyKey) ??
      (voucherId === undefined
        ? notFound('voucherId')
        : await giveVoucherCode({ ...input, tenantId, subject, voucherId, visibility, code }, this.dependencies));
    const given = result.outcome.ok && !result.replayed;
    return { ...(await this.vouchers.answer(result, context)), code: given ? code : null };
  }

  @Directive('@authenticated')
  @Mutation(() => RedeemVoucherPayload, {
    description:
      'Pays a purchase with a voucher, once, and never with more than is left. For staff who serve customers.',
  })
  async redeemVoucher(
    @Arg('input', () => RedeemVoucherInput, { description: 'The purchase.' }) input: RedeemVoucherInput,
    @Ctx() context: GraphContext,
  ): Promise<RedeemVoucherPayload> {
    const { tenantId, subject } = requireRole(context, ...VOUCHER_TAKERS);
    const read = readMoney(input.amount, ['input', 'amount']);
    const result: CommandResult<string> =
      unusableKey(input.idempotencyKey) ??
      (read.ok
        ? await redeemVoucher({ ...input, amount: read.value, tenantId, subject }, this.dependencies)
        : { outcome: read, replayed: false });
    return this.vouchers.answer(result, context);
  }
}
