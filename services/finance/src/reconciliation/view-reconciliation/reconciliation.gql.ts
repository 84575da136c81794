import { connectionType, DateTimeScalar, LocalDateScalar, Money, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { BankAccountView } from '../open-bank-account/bank-account.gql';

/** GraphQL type `UnexplainedTotal`. */
@ObjectType({ description: 'What items that nothing explains come to.' })
export class UnexplainedTotal {
  @Field(() => Int, { description: 'How many there are.' })
  count!: number;

  @Field(() => Money, { description: 'What they come to.' })
  amount!: Money;
}

/** GraphQL type `UnexplainedAge`. */
@ObjectType({ description: 'Open lines of an age.' })
export class UnexplainedAge extends UnexplainedTotal {
  @Field(() => String, { description: 'Days since they were booked: `0-7`, `8-30`, `31-90` or `91+`.' })
  days!: string;
}

/** GraphQL type `ReconciliationSignature`. */
@ObjectType({ description: 'A reconciliation as somebody signed it.' })
export class ReconciliationSignature {
  @Field(() => String, { description: 'SHA-256 of what was signed, in hexadecimal.' })
  sha256!: string;

  @Field(() => String, { description: 'Who signed.' })
  signedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  signedAt!: Date;
}

/** GraphQL type `Reconciliation`. */
@ObjectType('Reconciliation', {
  description:
    'An account’s statement over a span (银行存款余额调节表): opening + moved + unexplained = closing, exactly.',
})
export class ReconciliationView {
  readonly accountId!: string;

  @Field(() => BankAccountView, { description: 'The account.' })
  account?: BankAccountView;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  to!: string;

  @Field(() => Money, { description: 'What stood on the account before the first day.' })
  opening!: Money;

  @Field(() => Money, { description: 'What lines moved that are matched, explained or written off.' })
  moved!: Money;

  @Field(() => Money, { description: 'What nothing explains: open lines, and what the bank has not delivered.' })
  unexplained!: Money;

  @Field(() => Money, {
    description: 'What stands on the account after the last day; the bank’s own figure where it gave one.',
  })
  closing!: Money;

  @Field(() => Boolean, { description: 'Whether the bank itself said what stood on it after the last day.' })
  closingDeclared!: boolean;

  @Field(() => UnexplainedTotal, { description: 'Lines of the span that are open; `statementLines` lists them.' })
  openLines!: UnexplainedTotal;

  @Field(() => Money, {
    description: 'What the bank’s closing balance says beyond its lines: lines that are missing here.',
  })
  notDelivered!: Money;

  @Field(() => Money, { description: 'What the bank’s opening balance says beyond earlier lines.' })
  openingDifference!: Money;

  @Field(() => [UnexplainedAge], { description: 'All lines open at the end of the span, however old, by age.' })
  ages?: UnexplainedAge[];

  @Field(() => UnexplainedTotal, {
    description: 'Payments that a statement should have shown by the last day; `unseenPayments` lists them.',
  })
  unseen?: UnexplainedTotal;

  @Field(() => String, {
    description:
      'SHA-256, in hexadecimal, of the reconciliation in its one form: lines sorted by what they say, with what explains them. The same lines give the same, whatever files they came in.',
  })
  sha256?: string;

  @Field(() => [ReconciliationSignature], { description: 'Who signed this span, latest first.' })
  signatures?: ReconciliationSignature[];
}

/** GraphQL type `UnseenPayment`. */
@ObjectType('UnseenPayment', {
  description: 'A payment that no statement of the account shows, although it should by now.',
})
export class UnseenPaymentView {
  @Field(() => ID, { description: 'Id of the payout.' })
  id!: string;

  @Field(() => ID, { description: 'The settlement that it pays.' })
  settlementId!: string;

  @Field(() => String, { description: 'Number of the settlement.' })
  number!: string;

  @Field(() => Money, { description: 'How much it is.' })
  amount!: Money;

  @Field(() => LocalDateScalar, { description: 'Day on which it was booked as paid.' })
  paidOn!: string;

  @Field(() => Int, { description: 'Days since then.' })
  ageDays!: number;

  @Field(() => String, { description: 'Who owns it: whoever it was given, else who is responsible for the account.' })
  owner!: string;

  @Field(() => String, { nullable: true, description: 'What was said when it was given to its owner.' })
  note!: string | null;

  @Field(() => Int, { description: 'Pass it as `expectedVersion`; 0 while it was given to nobody.' })
  version!: number;
}
export const UnseenPaymentConnection = connectionType(UnseenPaymentView);

@InputType({ description: 'An item to be looked after: a line, or a payment that an account does not show.' })
export class AssignUnexplainedInput {
  @Field(() => String, { description: 'Made by the client; the same key assigns once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: 'The line; or else account and payment.' })
  lineId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The account that does not show the payment.' })
  accountId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The payout.' })
  paymentId?: string | null;

  @Field(() => String, { description: 'Subject of the person who is to look after it.' })
  owner!: string;

  @Field(() => String, { nullable: true, description: 'What to look for, up to 500 characters.' })
  note?: string | null;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@ObjectType({ description: 'What came of `assignUnexplained`.' })
export class AssignUnexplainedPayload {
  @Field(() => String, { nullable: true, description: 'Who owns the item now; null when it was refused.' })
  owner!: string | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@InputType({ description: 'A reconciliation as it was seen.' })
export class SignReconciliationInput {
  @Field(() => String, { description: 'Made by the client; the same key signs once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The account.' })
  accountId!: string;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  to!: string;

  @Field(() => String, { description: '`sha256` of what was seen; it is refused when that changed meanwhile.' })
  sha256!: string;
}

@ObjectType({ description: 'What came of `signReconciliation`.' })
export class SignReconciliationPayload {
  @Field(() => ReconciliationView, { nullable: true, description: 'The reconciliation; null when it was refused.' })
  reconciliation!: ReconciliationView | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
