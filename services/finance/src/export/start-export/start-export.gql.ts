import { CurrencyCodeScalar, DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int } from 'type-graphql';
import { SettlementColumnEnum } from '../../saved-view/view-views/saved-view.gql';
import type { SettlementColumn } from '../../settlement/model/settlement-column.model';
import { SettlementWhereInput } from '../../settlement/view-settlements/settlement-where.gql';
import type { ExportFormat, ExportKind } from '../model/export.model';
import { ExportFormatEnum, ExportKindEnum } from '../view-exports/export.gql';

@InputType({ description: 'What to export. A condition that a kind does not know is refused, never left out.' })
export class StartExportInput {
  @Field(() => String, { description: 'Made by the client; the same key starts once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ExportKindEnum, { description: 'What it has a row for.' })
  kind!: ExportKind;

  @Field(() => ExportFormatEnum, { description: 'How it is written.' })
  format!: ExportFormat;

  @Field(() => SettlementWhereInput, {
    nullable: true,
    description: 'For SETTLEMENTS, and for PAYMENTS of such settlements: the conditions of the list.',
  })
  settlements?: SettlementWhereInput;

  @Field(() => ID, {
    nullable: true,
    description:
      'For SETTLEMENTS: a saved view, whose conditions hold beside `settlements` and whose columns are written.',
  })
  view?: string;

  @Field(() => [SettlementColumnEnum], {
    nullable: true,
    description: 'For SETTLEMENTS: what is written, in this order; those of the view, or all, unless told.',
  })
  columns?: SettlementColumn[];

  @Field(() => String, {
    nullable: true,
    description: 'For JOURNAL, and needed for MONTH_END_PACKAGE: the month of the books, `2026-11`.',
  })
  bookedIn?: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'For JOURNAL: only entries behind this position, the `toPosition` of an earlier export. Exports that go on from each ' +
      'other have each entry once.',
  })
  afterPosition?: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'At or after this moment: settlements by when they were drawn up, payouts by the decision, bookings by when they ' +
      'were booked, orders by when they were placed, returns by when they were authorised.',
  })
  from?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this moment.' })
  to?: Date;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Only rows in this currency.' })
  currency?: string;
}
