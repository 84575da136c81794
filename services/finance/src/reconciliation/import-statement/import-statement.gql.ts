import { DecimalScalar, LocalDateScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import type { Compression, StatementFormat } from '../model/statement.model';
import {
  StatementCompressionEnum,
  StatementFormatEnum,
  StatementImportView,
} from '../view-statements/statement-import.gql';

export const BalanceKindEnum = enumOf(['OPENING', 'CLOSING']);
registerEnumType(BalanceKindEnum, {
  name: 'StatementBalanceKind',
  description: 'When a balance stood on the account.',
  valuesConfig: {
    OPENING: { description: 'At the beginning of the day.' },
    CLOSING: { description: 'At its end.' },
  },
});

@InputType({ description: 'What stood on the account, for files that do not say it.' })
export class StatementBalanceInput {
  @Field(() => BalanceKindEnum, { description: 'At the beginning or end of the day.' })
  kind!: 'OPENING' | 'CLOSING';

  @Field(() => LocalDateScalar, { description: 'The day.' })
  on!: string;

  @Field(() => DecimalScalar, { description: 'The balance, in the currency of the account.' })
  amount!: string;
}

@InputType({ description: 'A statement that is about to come in parts.' })
export class BeginStatementImportInput {
  @Field(() => String, { description: 'Made by the client; the same key begins once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The account.' })
  accountId!: string;

  @Field(() => StatementFormatEnum, { description: 'How it comes; PROVIDER needs no content.' })
  format!: StatementFormat;

  @Field(() => StatementCompressionEnum, { defaultValue: 'NONE', description: 'Whether the bytes are packed.' })
  compression!: Compression;

  @Field(() => String, { nullable: true, description: 'Name of the file, up to 255 characters.' })
  fileName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Name of the statement where its file has none, up to 120 characters. A statement with a name is final. Name it when it comes in parts, so that equal lines of a day are counted over all parts.',
  })
  statementName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Which part of the statement it is, up to 32 characters: `"1"`.',
  })
  part?: string | null;

  @Field(() => [StatementBalanceInput], {
    defaultValue: [],
    description: 'Balances that the file does not say, 10 at most.',
  })
  balances!: StatementBalanceInput[];
}

@InputType({ description: 'A statement that fits into one request.' })
export class ImportStatementInput extends BeginStatementImportInput {
  @Field(() => String, {
    nullable: true,
    description: 'The bytes of the file in base64, up to 90,000 characters; none for PROVIDER.',
  })
  content?: string | null;
}

@InputType({ description: 'The next part of a file.' })
export class AddStatementPartInput {
  @Field(() => String, { description: 'Made by the client; the same key adds once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The import.' })
  importId!: string;

  @Field(() => Int, { description: 'Place of the part in the file, from 1 to 20,000. Parts may come in any order.' })
  sequence!: number;

  @Field(() => String, { description: 'The next bytes of the file in base64, up to 90,000 characters.' })
  content!: string;
}

@InputType({ description: 'A file that is there completely.' })
export class FinishStatementImportInput {
  @Field(() => String, { description: 'Made by the client; the same key finishes once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The import.' })
  importId!: string;

  @Field(() => Int, { description: 'How many parts there are.' })
  parts!: number;

  @Field(() => String, { nullable: true, description: 'SHA-256 that all bytes together must have, in hexadecimal.' })
  sha256?: string | null;
}

@ObjectType({ description: 'What came of a step of an import.' })
export class StatementImportPayload {
  @Field(() => StatementImportView, { nullable: true, description: 'The import; null when the step was refused.' })
  statementImport!: StatementImportView | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why the step was refused; empty when it was not.' })
  userErrors!: UserError[];
}
