import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import type { ReasonKind } from '../model/duplicate.rules';

const KIND_TEXTS: Record<ReasonKind, string> = {
  SAME_CUSTOMER: 'The same customer.',
  SAME_EMAIL: 'Another entry of the customer file with the same e-mail address.',
  SAME_PHONE: 'Another entry of the customer file with the same telephone number.',
  SAME_ORDER_LINE: 'The same line of the same order.',
  SAME_ORDER: 'Another line of the same order, or an unknown one.',
  SIMILAR_TEXT: 'Nearly the same text; the detail says how much of their words the two have in common.',
  SAME_PRODUCT_AND_CATEGORY: 'The same product in the same category, within a month.',
};

const DuplicateReasonKind = Object.fromEntries(Object.keys(KIND_TEXTS).map((kind) => [kind, kind])) as {
  readonly [Kind in ReasonKind]: Kind;
};
registerEnumType(DuplicateReasonKind, {
  name: 'DuplicateReasonKind',
  description: 'Why two complaints may be one.',
  valuesConfig: Object.fromEntries(Object.entries(KIND_TEXTS).map(([kind, description]) => [kind, { description }])),
});

/** The GraphQL type `DuplicateReason`. */
@ObjectType({ description: 'A reason why two complaints may be one.' })
export class DuplicateReason {
  @Field(() => DuplicateReasonKind, { description: 'The kind of reason.' })
  kind!: ReasonKind;

  @Field(() => String, {
    description: 'The order, the product or the share of common words; empty where there is nothing to add.',
  })
  detail!: string;
}

/** The GraphQL type `DuplicateComplaint`. */
@ObjectType({ description: 'A complaint that may be the same as another.' })
export class DuplicateComplaint {
  @Field(() => Complaint, { description: 'The other complaint.' })
  complaint!: Complaint;

  @Field(() => Float, { description: 'How much speaks for it, from 0 to 1.' })
  score!: number;

  @Field(() => [DuplicateReason], { description: 'What speaks for it.' })
  reasons!: readonly DuplicateReason[];
}
