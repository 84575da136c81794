import {
  ConnectionArgs,
  connectionType,
  DateTimeScalar,
  LocalDateScalar,
  Money,
  MoneyInput,
  Node,
  UserError,
} from '@redress/graphql-runtime';
import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

const KEY = 'Made by the client; the same key acts once. 1 to 128 characters.';

/** GraphQL type `VoucherRedemption`. */
@ObjectType({ description: 'What was taken from a voucher for one purchase.' })
export class VoucherRedemption {
  @Field(() => Int, { description: 'Which of the voucher’s redemptions, from 1.' })
  sequence!: number;

  @Field(() => String, { description: 'What was bought, in the words of the shop’s own system.' })
  reference!: string;

  @Field(() => Money, { description: 'What was taken.' })
  amount!: Money;

  @Field(() => DateTimeScalar, { description: 'When.' })
  redeemedAt!: Date;
}

/** GraphQL type `Voucher`. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'Store credit (代金券): owed in goods to whoever shows its code.' })
export class Voucher extends Node {
  @Field(() => Money, { description: 'What it was issued for.' })
  amount!: Money;

  @Field(() => Money, { description: 'What is left of it.' })
  remaining!: Money;

  @Field(() => DateTimeScalar, { description: 'When it was issued.' })
  issuedAt!: Date;

  @Field(() => LocalDateScalar, { description: 'The last day on which it is taken.' })
  expiresOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it got its code; null while it has none.' })
  codeGivenAt!: Date | null;

  @Field(() => Int, { description: 'Grows with every change; pass it as `expectedVersion`.' })
  version!: number;

  readonly settlementId!: string;
}

export const VoucherConnection = connectionType(Voucher);

@ArgsType()
export class VouchersArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: 'Only those that fulfil this settlement.' })
  settlement?: string;
}

@InputType({ description: 'Which voucher to give a code, as it was seen.' })
export class GiveVoucherCodeInput {
  @Field(() => ID, { description: 'The voucher.' })
  voucherId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'A purchase that is paid with a voucher.' })
export class RedeemVoucherInput {
  @Field(() => String, { description: 'The code; how it is spaced and in which case does not matter.' })
  code!: string;

  @Field(() => MoneyInput, { description: 'What to take from it.' })
  amount!: MoneyInput;

  @Field(() => String, { description: 'Names the purchase, 1 to 64 characters; it is paid once.' })
  reference!: string;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of `redeemVoucher`.' })
export class RedeemVoucherPayload {
  @Field(() => Voucher, { nullable: true, description: 'The voucher; null when it was refused.' })
  voucher!: Voucher | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What came of `giveVoucherCode`.' })
export class GiveVoucherCodePayload extends RedeemVoucherPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The code. It is shown this once and kept nowhere: a repeated request does not get it.',
  })
  code!: string | null;
}
