import { BigIntScalar, DateTimeScalar, Money, UserError } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { MEASURES, type Measure } from '../model/control-total.model';
import { EXPORT_FORMATS, EXPORT_KINDS, type ExportFormat, type ExportKind } from '../model/export.model';
import { EXPORT_STATES, type ExportState } from '../model/export.transitions';

export const ExportKindEnum = enumOf(EXPORT_KINDS);
registerEnumType(ExportKindEnum, {
  name: 'ExportKind',
  description: 'What an export has a row for.',
  valuesConfig: {
    SETTLEMENTS: { description: 'Each settlement.' },
    PAYMENTS: { description: 'Each payout, with the number of its settlement.' },
    JOURNAL: { description: 'Each line of a booking.' },
    PURCHASES: { description: 'Each line of an order, with what was given back for it.' },
    MONTH_END_PACKAGE: {
      description:
        'The papers of a month as one archive: ledger, trial balance, reconciliations, open items, and a manifest of hashes.',
    },
    RETURNS: { description: 'Each line that may come back: authorised, received, inspected and posted.' },
  },
});

export const ExportFormatEnum = enumOf(EXPORT_FORMATS);
registerEnumType(ExportFormatEnum, {
  name: 'ExportFormat',
  description: 'How an export is written.',
  valuesConfig: {
    CSV: {
      description:
        'Comma-separated values in UTF-8 with a byte order mark and a head in the chosen language. A text that begins ' +
        'like a formula (`=`, `+`, `-`, `@`) has an apostrophe in front.',
    },
    XLSX: {
      description:
        'A workbook of one sheet, of 1,048,575 rows at most. Texts are never formulas; a number of more than 15 digits ' +
        'is a text, so that no digit is lost; times are texts in UTC.',
    },
    ZIP: { description: 'An archive, for MONTH_END_PACKAGE alone.' },
    JSONL: { description: 'One JSON object a line; amounts are strings, names the same in every language.' },
  },
});

export const ExportStateEnum = enumOf(EXPORT_STATES);
registerEnumType(ExportStateEnum, {
  name: 'ExportState',
  description: 'Where an export stands.',
  valuesConfig: {
    QUEUED: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It is being written.' },
    COMPLETED: { description: 'The file can be fetched.' },
    CANCELLED: { description: 'Somebody cancelled it; there is no file.' },
    FAILED: { description: 'It could not be written; see `reason`.' },
    EXPIRED: { description: 'The file was kept for its time and is deleted.' },
  },
});

export const MeasureEnum = enumOf(MEASURES);
registerEnumType(MeasureEnum, {
  name: 'ExportMeasure',
  description: 'What a control total sums up.',
  valuesConfig: {
    AMOUNT: { description: 'The amounts of the rows; of orders what was paid, of returns what is entitled.' },
    DEBIT: { description: 'The amounts on the debit side.' },
    CREDIT: { description: 'The amounts on the credit side.' },
  },
});

@ObjectType({ description: 'What the rows of an export come to in one currency, to compare with what was loaded.' })
export class ExportControlTotal {
  @Field(() => MeasureEnum, { description: 'What is summed up.' })
  measure!: Measure;

  @Field(() => Money, { description: 'The sum.' })
  amount!: Money;

  @Field(() => Int, { description: 'How many rows it is of.' })
  rows!: number;
}

@ObjectType('ExportPart', {
  description: 'A piece of the file with a hash of its own, so that a broken download can go on.',
})
export class ExportPartView {
  @Field(() => Int, { description: 'Its number, from 1; fetch it alone with `?part=` at the address of the download.' })
  part!: number;

  @Field(() => Int, { description: 'How many rows it has.' })
  rowCount!: number;

  @Field(() => BigIntScalar, { description: 'How long it is.' })
  bytes!: bigint;

  @Field(() => String, { description: 'SHA-256 of its bytes, in hexadecimal.' })
  sha256!: string;
}

@ObjectType({
  description:
    'A file of many rows, written in the background. Rows are read page by page in the order of their ids, each as it is ' +
    'when its page is read: none is there twice, those begun after `asOf` are left out, and those that change meanwhile ' +
    'may show their state of any moment between `startedAt` and `finishedAt`. What is booked never changes, so an export ' +
    'of the journal is that of one moment: of the position `toPosition`, whatever ids and days its entries have.',
})
export class Export {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ExportKindEnum, { description: 'What it has a row for.' })
  kind!: ExportKind;

  @Field(() => ExportFormatEnum, { description: 'How it is written.' })
  format!: ExportFormat;

  @Field(() => ExportStateEnum, { description: 'Where it stands.' })
  state!: ExportState;

  @Field(() => String, { description: 'Who asked for it.' })
  requestedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked for; rows begun later are left out.' })
  asOf!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'Of the journal: the file leaves out entries up to this position; null where it leaves out none.',
  })
  afterPosition!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of the journal: the file has every entry up to this position that its conditions ask for, and none is ever added to ' +
      'them. What is booked later, in an open month too, has a later position: give this one to the next export as ' +
      '`afterPosition`.',
  })
  toPosition!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the first row was read.' })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  finishedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the file is kept.' })
  expiresAt!: Date | null;

  @Field(() => BigIntScalar, { description: 'Rows that are in the file.' })
  rowsDone!: bigint;

  @Field(() => BigIntScalar, {
    nullable: true,
    description: 'Rows that there were when it was begun; the exact number once it is complete.',
  })
  rowsEstimated!: bigint | null;

  @Field(() => BigIntScalar, { description: 'How long the file is so far.' })
  bytes!: bigint;

  @Field(() => [ExportControlTotal], { description: 'What the rows come to, by currency.' })
  controlTotals!: ExportControlTotal[];

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the whole file in hexadecimal, once it is complete.',
  })
  sha256!: string | null;

  @Field(() => String, { nullable: true, description: 'Stable code of why it failed.' })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where to fetch the file, good for ten minutes; null while there is none. The address is the authority.',
  })
  downloadUrl!: string | null;
}

@ObjectType({ description: 'What came of starting or cancelling an export.' })
export class ExportPayload {
  @Field(() => Export, { nullable: true, description: 'The export; null when it was refused.' })
  export!: Export | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
