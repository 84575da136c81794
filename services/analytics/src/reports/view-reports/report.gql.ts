import { BigIntScalar, DateTimeScalar, LocalDateScalar, Node, UserError } from '@redress/graphql-runtime';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PERIOD_KINDS, type PeriodKind } from '../model/report-period.model';
import { REPORT_STATES, type ReportState } from '../model/report.transitions';
import { enumOf } from './enum-of.gql';
import { ReportChart, ReportColumn, ReportLabel, ReportParty } from './report-parts.gql';

export const ReportStateEnum = enumOf(REPORT_STATES);
registerEnumType(ReportStateEnum, {
  name: 'ReportState',
  description: 'Where a report stands.',
  valuesConfig: {
    EXPECTED: { description: 'Its period has ended, or somebody asked for it; it is not made yet.' },
    MADE: { description: 'Its figures are frozen; nobody has to sign it.' },
    AWAITING_SIGNATURE: { description: 'Its figures are frozen; it has to be signed.' },
    SIGNED: { description: 'It is signed.' },
  },
});

export const ReportPeriodEnum = enumOf(PERIOD_KINDS);
registerEnumType(ReportPeriodEnum, {
  name: 'ReportPeriod',
  description: 'What a report covers.',
  valuesConfig: {
    DAY: { description: 'A calendar day in the organisation’s time zone.' },
    MONTH: { description: 'A calendar month.' },
    QUARTER: { description: 'A quarter of the calendar year.' },
    YEAR: { description: 'A calendar year.' },
    PERIODIC: { description: 'Whatever period it is asked for; the regulation states none.' },
  },
});

@ObjectType({
  description: 'Up to where the figures of a report reach; the same question with it has the same answer.',
})
export class ReportAsOf {
  @Field(() => BigIntScalar, { description: 'Position in the change feed up to which events are in the figures.' })
  position!: bigint;

  @Field(() => DateTimeScalar, { description: 'The moment that decides what is open and overdue.' })
  time!: Date;

  @Field(() => Boolean, { description: 'False when an event that was known waited for an earlier one.' })
  complete!: boolean;

  @Field(() => Int, { description: 'Version of the metric definitions.' })
  metricVersion!: number;
}

@ObjectType({ description: 'A table of a report, or the word that nothing is kept for what the regulation asks for.' })
export class ReportSection {
  @Field(() => String, { description: 'Stable name.' })
  code!: string;

  @Field(() => ReportLabel, { description: 'Its title.' })
  title!: ReportLabel;

  @Field(() => ReportLabel, {
    nullable: true,
    description: 'What has to be known about it, for example that it was cut short.',
  })
  note!: ReportLabel | null;

  @Field(() => [ReportColumn], { description: 'Its columns.' })
  columns!: ReportColumn[];

  @Field(() => [[String]], {
    nullable: 'itemsAndList',
    description: 'Its rows, each with a cell for each column: decimals and codes as text, null where there is none.',
  })
  rows!: (string | null)[][];

  @Field(() => ReportChart, { nullable: true, description: 'How it is drawn; none where it is only a table.' })
  chart!: ReportChart | null;
}

@ObjectType({ description: 'A report that can be had: on the regulation’s schedule, or on request.' })
export class ReportDefinition {
  @Field(() => String, { description: 'Stable name, for `makeReport`.' })
  report!: string;

  @Field(() => ReportLabel, { description: 'What the regulation calls it.' })
  label!: ReportLabel;

  @Field(() => ReportPeriodEnum, { description: 'What it covers; PERIODIC ones are made on request.' })
  period!: PeriodKind;

  @Field(() => Int, {
    nullable: true,
    description: 'Day of the month after its period on which it is due; the tenth where the regulation states none.',
  })
  dueDay!: number | null;

  @Field(() => [ReportParty], { description: 'Who makes it, as the regulation says.' })
  madeBy!: ReportParty[];

  @Field(() => [ReportParty], { description: 'For whom it is, as the regulation says.' })
  readers!: ReportParty[];

  @Field(() => [ReportParty], { description: 'Who has to sign it; empty where nobody has to.' })
  signers!: ReportParty[];

  @Field(() => [String], { description: 'What it shows, in the words of the regulation.' })
  contents!: string[];

  @Field(() => String, { nullable: true, description: 'The regulation; none for a report that everybody may ask for.' })
  regulation!: string | null;

  @Field(() => Int, { nullable: true, description: 'Version of the regulation.' })
  regulationVersion!: number | null;
}

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description:
    'A report of a period. What it says is frozen when it is made; a correction is another report of the period.',
})
export class Report extends Node {
  @Field(() => ID, { description: 'Global id.' })
  override id!: string;

  @Field(() => Int, { description: 'Grows with every change; pass it as `expectedVersion`.' })
  version!: number;

  @Field(() => ReportDefinition, { description: 'What the regulation says of it, as it did when the period ended.' })
  definition!: ReportDefinition;

  @Field(() => LocalDateScalar, { description: 'First day of its period.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of its period.' })
  until!: string;

  @Field(() => String, { description: 'Time zone of its days.' })
  timeZone!: string;

  @Field(() => Int, { description: '1, and one more with every correction.' })
  edition!: number;

  @Field(() => String, { nullable: true, description: 'Why the edition before was corrected.' })
  correctionReason!: string | null;

  @Field(() => Boolean, { description: 'Whether a later edition takes its place.' })
  corrected!: boolean;

  @Field(() => ReportStateEnum, { description: 'Where it stands.' })
  state!: ReportState;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day on which it is in time; none on request.',
  })
  dueOn!: string | null;

  @Field(() => Boolean, { description: 'Whether that day has passed without the report being made and signed.' })
  overdue!: boolean;

  @Field(() => String, { nullable: true, description: 'Who asked for it; none when it is made by itself.' })
  requestedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made.' })
  madeAt!: Date | null;

  @Field(() => ReportAsOf, { nullable: true, description: 'Up to where its figures reach; none before it is made.' })
  asOf!: ReportAsOf | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of what it says, which is its JSON file, in hexadecimal.',
  })
  sha256!: string | null;

  @Field(() => String, { nullable: true, description: 'Who signed it.' })
  signedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed.' })
  signedAt!: Date | null;
}

@ObjectType({ description: 'What came of asking for, signing or correcting a report.' })
export class ReportPayload {
  @Field(() => Report, { nullable: true, description: 'The report, or its new edition; null when it was refused.' })
  report!: Report | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
