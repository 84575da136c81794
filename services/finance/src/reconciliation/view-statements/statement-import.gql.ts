import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { IMPORT_STATES, type ImportState } from '../model/statement-import.model';
import { COMPRESSIONS, STATEMENT_FORMATS, type StatementFormat } from '../model/statement.model';
import { BankAccountView } from '../open-bank-account/bank-account.gql';

export const StatementFormatEnum = enumOf(STATEMENT_FORMATS);
registerEnumType(StatementFormatEnum, {
  name: 'StatementFormat',
  description: 'How a statement came.',
  valuesConfig: {
    CAMT_053: { description: 'ISO 20022 camt.053, any version.' },
    CSV: { description: 'A table, read by the account’s mapping.' },
    PROVIDER: { description: 'The list of the payment provider itself.' },
  },
});

export const StatementCompressionEnum = enumOf(COMPRESSIONS);
registerEnumType(StatementCompressionEnum, {
  name: 'StatementCompression',
  description: 'Whether the bytes of a file are packed.',
  valuesConfig: { NONE: { description: 'They are not.' }, GZIP: { description: 'With gzip.' } },
});

export const StatementImportStateEnum = enumOf(IMPORT_STATES);
registerEnumType(StatementImportStateEnum, {
  name: 'StatementImportState',
  description: 'How far an import is.',
  valuesConfig: {
    COLLECTING: { description: 'Parts may be added.' },
    QUEUED: { description: 'It is complete and being read.' },
    IMPORTED: { description: 'All of it was taken in.' },
    REFUSED: { description: 'Nothing of it was taken in; `problems` says why.' },
  },
});

/** GraphQL type `StatementProblem`. */
@ObjectType('StatementProblem', { description: 'Why a statement could not be taken in, and where in it.' })
export class StatementProblemView {
  @Field(() => String, { description: 'Stable code, one of those of user errors.' })
  code!: string;

  @Field(() => String, { description: 'What to change, in the language of the request.' })
  message!: string;

  @Field(() => Int, { nullable: true, description: 'Line of the file, from 1; null for what concerns all of it.' })
  line!: number | null;
}

/** GraphQL type `StatementImport`. */
@ObjectType('StatementImport', { description: 'One delivery of a statement. It is taken in as a whole or not at all.' })
export class StatementImportView {
  readonly accountId!: string;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => BankAccountView, { description: 'The account.' })
  account?: BankAccountView;

  @Field(() => StatementFormatEnum, { description: 'How it came.' })
  format!: StatementFormat;

  @Field(() => StatementImportStateEnum, { description: 'How far it is.' })
  state!: ImportState;

  @Field(() => String, { nullable: true, description: 'Name of the file, if it has one.' })
  fileName!: string | null;

  @Field(() => String, { nullable: true, description: 'Name given to a statement whose file has none.' })
  statementName!: string | null;

  @Field(() => String, { nullable: true, description: 'Which part of the statement it is.' })
  part!: string | null;

  @Field(() => Int, { nullable: true, description: 'Lines that were new; null until it is read.' })
  linesNew!: number | null;

  @Field(() => Int, { nullable: true, description: 'Lines that earlier imports had brought already.' })
  linesKnown!: number | null;

  @Field(() => Int, { nullable: true, description: 'What was no booked line: announced only, or of nothing.' })
  linesSkipped!: number | null;

  @Field(() => [StatementProblemView], { description: 'Why it was refused, the first 50; empty when it was not.' })
  problems!: StatementProblemView[];

  @Field(() => String, { nullable: true, description: 'SHA-256 of the bytes as they came, in hexadecimal.' })
  sha256!: string | null;

  @Field(() => String, { description: 'Who imported it.' })
  createdBy!: string;

  @Field(() => DateTimeScalar, { description: 'When the import was begun.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken in or refused.' })
  finishedAt!: Date | null;
}
