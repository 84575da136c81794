import {
  ConnectionArgs,
  connectionType,
  DateTimeScalar,
  LocalDateScalar,
  Money,
  Node,
  UserError,
} from '@redress/graphql-runtime';
import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { BATCH_STATES, type BatchState } from '../model/transfer-batch.model';

const KEY = 'Made by the client; the same key acts once. 1 to 128 characters.';

export const BankTransferBatchStateEnum = enumOf(BATCH_STATES);
registerEnumType(BankTransferBatchStateEnum, {
  name: 'BankTransferBatchState',
  description: 'Where a file of bank transfers stands.',
  valuesConfig: {
    DRAFT: { description: 'Made; another person is to release it.' },
    RELEASED: { description: 'Released: the file may be taken to the bank.' },
    SENT: { description: 'At the bank; each payment ends by its own evidence.' },
    CANCELLED: { description: 'Given up before it was released; its payments wait for another.' },
  },
});

/** GraphQL type `BankTransferBatch`. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'Bank transfers in one currency that go to the bank in one file.' })
export class BankTransferBatch extends Node {
  @Field(() => String, { description: 'Names the file for the bank.' })
  messageId!: string;

  @Field(() => BankTransferBatchStateEnum, { description: 'Where it stands.' })
  state!: BatchState;

  @Field(() => String, { description: 'Who pays, as the file says.' })
  debtorName!: string;

  @Field(() => String, { description: 'The last four characters of the account that pays.' })
  debtorAccount!: string;

  @Field(() => LocalDateScalar, { description: 'The day on which the bank is to carry it out.' })
  executeOn!: string;

  @Field(() => Int, { description: 'How many transfers it has.' })
  transactions!: number;

  @Field(() => Money, { description: 'What they come to.' })
  controlSum!: Money;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the file, once it is released.' })
  fileSha256!: string | null;

  @Field(() => String, { description: 'Who made it.' })
  createdBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who released it.' })
  releasedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was released.' })
  releasedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent.' })
  sentAt!: Date | null;

  @Field(() => Int, { description: 'Grows with every change; pass it as `expectedVersion`.' })
  version!: number;
}

export const BankTransferBatchConnection = connectionType(BankTransferBatch);

@ArgsType()
export class BankTransferBatchesArgs extends ConnectionArgs {
  @Field(() => BankTransferBatchStateEnum, { nullable: true, description: 'Only those that stand there.' })
  state?: BatchState;
}

@InputType({ description: 'Which transfers to collect, and who pays them.' })
export class CreateBankTransferBatchInput {
  @Field(() => String, { description: 'ISO 4217 code of their currency.' })
  currency!: string;

  @Field(() => ID, { description: 'The organisation’s own bank account that pays.' })
  debtorAccountId!: string;

  @Field(() => String, { description: 'The organisation’s name as the bank knows it, 1 to 140 characters.' })
  debtorName!: string;

  @Field(() => LocalDateScalar, { description: 'The day on which the bank is to carry them out.' })
  executeOn!: string;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Which file of bank transfers, as it was seen.' })
export class BankTransferBatchInput {
  @Field(() => ID, { description: 'The file.' })
  batchId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'The account to which the payee of a payment is to be transferred money.' })
export class RegisterPayeeAccountInput {
  @Field(() => ID, { description: 'A payment to this payee.' })
  payoutId!: string;

  @Field(() => String, { description: 'Name of the holder as the bank knows it, 1 to 140 characters.' })
  holderName!: string;

  @Field(() => String, { description: 'IBAN, or the number of a local account.' })
  account!: string;

  @Field(() => String, { nullable: true, description: 'Clearing code of the bank; needed unless it is an IBAN.' })
  bankCode?: string | null;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of acting on a file of bank transfers.' })
export class BankTransferBatchPayload {
  @Field(() => BankTransferBatch, { nullable: true, description: 'The file; null when it was refused.' })
  batch!: BankTransferBatch | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
