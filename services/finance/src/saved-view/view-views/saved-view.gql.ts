import { DateTimeScalar, JsonScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { SETTLEMENT_COLUMN_NAMES, type SettlementColumn } from '../../settlement/model/settlement-column.model';
import { SettlementOrder } from '../../settlement/view-settlements/settlement-list.gql';

export const SettlementColumnEnum = enumOf(SETTLEMENT_COLUMN_NAMES);
registerEnumType(SettlementColumnEnum, {
  name: 'SettlementColumn',
  description: 'What a list or an export of settlements shows.',
  valuesConfig: {
    NUMBER: { description: 'Number that people use.' },
    STATE: { description: 'Where it stands.' },
    INSTRUMENT: { description: 'The kind of remedy of its first part.' },
    AMOUNT: { description: 'What is to be paid.' },
    CURRENCY: { description: 'ISO 4217 code of the amount.' },
    ORDER_NUMBER: { description: 'Order that its first part is about.' },
    LINE_NUMBER: { description: 'Line of that order.' },
    CASE_NUMBER: { description: 'Number of the case.' },
    DEPARTMENT: { description: 'Unit that answers for the case.' },
    PRODUCT: { description: 'Product of the complaint.' },
    CATEGORY: { description: 'Code of the complaint’s category.' },
    REGION: { description: 'Region of the complaint.' },
    LEVEL: { description: 'Level of the case by its regulation.' },
    REGULATION: { description: 'Id and version of the regulation that governs the case.' },
    PAYMENT_STATE: { description: 'What is known about the first payout.' },
    REASON: { description: 'Why it was refused, rejected, cancelled or failed.' },
    DECIDED_BY: { description: 'Who approved or rejected it in finance.' },
    CREATED_AT: { description: 'When it was drawn up.' },
    DECIDED_AT: { description: 'When it was approved or rejected.' },
    COMPLETED_AT: { description: 'When it was paid.' },
  },
});

/** GraphQL type `SettlementView`. */
@ObjectType({ description: 'Conditions, order and columns of a list of settlements that somebody keeps under a name.' })
export class SettlementView {
  @Field(() => ID, { description: 'Its id; pass it as `view`.' })
  id!: string;

  @Field(() => String, { description: 'Its name, unique among those of its owner.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether all staff of the organisation see it.' })
  shared!: boolean;

  @Field(() => Boolean, { description: 'Whether it is the viewer’s own, who alone may change it.' })
  own!: boolean;

  @Field(() => JsonScalar, {
    description: 'The conditions as they were given, in the shape of `SettlementWhereInput`.',
  })
  where!: unknown;

  @Field(() => SettlementOrder, { description: 'Order of the list.' })
  orderBy!: SettlementOrder;

  @Field(() => [SettlementColumnEnum], { description: 'What is shown, in this order; empty for all.' })
  columns!: readonly SettlementColumn[];

  @Field(() => [String], {
    description:
      'What the graph does not know or take any more among the conditions. `settlements(view:)` refuses a view that has ' +
      'any; save it again.',
  })
  problems!: readonly string[];

  @Field(() => Int, { description: 'Grows with every change; pass it as `expectedVersion`.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was saved last.' })
  savedAt!: Date;
}

/** What the mutations about views answer. */
@ObjectType({ description: 'What came of saving or renaming a view.' })
export class SettlementViewPayload {
  @Field(() => SettlementView, { nullable: true, description: 'The view; null when it was refused.' })
  view!: SettlementView | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What came of `deleteSettlementView`.' })
export class DeleteSettlementViewPayload {
  @Field(() => ID, { nullable: true, description: 'Id of the view that is gone; null when it was refused.' })
  viewId!: string | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
