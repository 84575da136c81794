import { DateTimeScalar, DecimalScalar, Money, Node } from '@redress/graphql-runtime';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import type { Instrument } from '../../settlement/model/settlement-part.model';
import { SettlementInstrumentEnum } from '../../settlement/view-settlements/settlement.gql';
import { RETURN_STATES, type ReturnState } from '../model/return-authorisation.model';
import { RETURN_OUTCOMES, type ReturnLineOutcome } from '../model/return-line.model';

export const ReturnStateEnum = enumOf(RETURN_STATES);
registerEnumType(ReturnStateEnum, {
  name: 'ReturnState',
  description: 'Where a return stands.',
  valuesConfig: {
    AUTHORISED: { description: 'Goods may come back and are counted.' },
    RECONCILED: { description: 'What came was matched and is posted as it came.' },
    CANCELLED: { description: 'The settlement came to nothing, and its return with it.' },
  },
});

export const ReturnLineOutcomeEnum = enumOf(RETURN_OUTCOMES);
registerEnumType(ReturnLineOutcomeEnum, {
  name: 'ReturnLineOutcome',
  description: 'How what came back compares with what was authorised (核定量与实退量).',
  valuesConfig: {
    EQUAL: { description: 'The same.' },
    LESS: { description: 'Less; it is posted as it came.' },
    WITHIN_TOLERANCE: { description: 'More, within the ratio of the regulation; it is posted as it came.' },
    EXCEPTION: { description: 'More than that; nothing is posted until somebody has decided.' },
  },
});

/** GraphQL type `InspectedQuantity`. */
@ObjectType({ description: 'How much of what came back was looked at, by what becomes of it.' })
export class InspectedQuantity {
  @Field(() => DecimalScalar, { description: 'Sold again.' })
  resale!: string;

  @Field(() => DecimalScalar, { description: 'Repaired.' })
  repair!: string;

  @Field(() => DecimalScalar, { description: 'Scrapped.' })
  scrap!: string;

  @Field(() => DecimalScalar, { description: 'Sent back to the customer.' })
  backToCustomer!: string;

  @Field(() => DecimalScalar, { description: 'All of it.' })
  total!: string;
}

/** GraphQL type `ReturnInspection`. */
@ObjectType({ description: 'A look at goods that came back.' })
export class ReturnInspection {
  @Field(() => InspectedQuantity, { description: 'How much, by what becomes of it.' })
  quantity!: InspectedQuantity;

  @Field(() => String, { nullable: true, description: 'What was found.' })
  findings!: string | null;

  @Field(() => String, { description: 'Who looked.' })
  inspectedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  inspectedAt!: Date;
}

/** GraphQL type `ReturnLine`; its receipts and inspections are resolved apart. */
@ObjectType({ description: 'A line of an order of which goods may come back.' })
export class ReturnLine {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  id!: string;

  @Field(() => Int, { description: 'The part of the settlement that it comes from.' })
  part!: number;

  @Field(() => SettlementInstrumentEnum, { description: 'A return, or an exchange.' })
  instrument!: Instrument;

  @Field(() => String, { description: 'Number of the order.' })
  orderNumber!: string;

  @Field(() => Int, { description: 'Number of the line within the order.' })
  lineNumber!: number;

  @Field(() => String, { nullable: true, description: 'Code of the product.' })
  product!: string | null;

  @Field(() => DecimalScalar, { description: 'How much may come back (核定量).' })
  authorised!: string;

  @Field(() => DecimalScalar, { description: 'How much warehouses signed for (实退量).' })
  received!: string;

  @Field(() => DecimalScalar, { description: 'Of that, how much is neither kept nor paid for.' })
  setAside!: string;

  @Field(() => InspectedQuantity, {
    description: 'Of that, how much was looked at, here or on a return from which the goods were taken over.',
  })
  inspected!: InspectedQuantity;

  @Field(() => DecimalScalar, { description: 'How much may still come.' })
  open!: string;

  @Field(() => Boolean, { description: 'Whether nothing more is expected.' })
  complete!: boolean;

  @Field(() => Money, { description: 'What is given for the authorised quantity.' })
  entitled!: Money;

  @Field(() => ReturnLineOutcomeEnum, {
    nullable: true,
    description: 'How the quantities compared when they were matched; null until then.',
  })
  outcome!: ReturnLineOutcome | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much was posted; null until it was matched.' })
  posted!: string | null;

  @Field(() => Money, { nullable: true, description: 'What is given for what came; null until it was matched.' })
  postedAmount!: Money | null;

  readonly lineId!: string;
  readonly returnId!: string;
}

/** GraphQL type `ReturnAuthorisation`; its lines and exceptions are resolved apart. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'What a settlement lets come back (退货核定), and what did.' })
export class ReturnAuthorisation extends Node {
  @Field(() => String, { description: 'Number that goes with the goods: `R2026-000017`.' })
  number!: string;

  @Field(() => ReturnStateEnum, { description: 'Where it stands.' })
  state!: ReturnState;

  @Field(() => String, { nullable: true, description: 'Why goods come back: code of the category of the complaint.' })
  cause!: string | null;

  @Field(() => String, { description: 'Who sees to what does not fit.' })
  owner!: string;

  @Field(() => DateTimeScalar, { description: 'By when everything should have come.' })
  dueAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Since when goods may come.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was reconciled or cancelled.' })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who reconciled or cancelled it.' })
  closedBy!: string | null;

  @Field(() => Int, { description: 'Grows with every change; pass it as `expectedVersion`.' })
  version!: number;

  readonly returnId!: string;
  readonly settlementId!: string;
  readonly caseId!: string;
}
