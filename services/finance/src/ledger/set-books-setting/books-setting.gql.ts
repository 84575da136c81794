import { CurrencyCodeScalar, DecimalScalar, UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { COLLECTION_BASES, type CollectionBase } from '../model/books-setting.model';

export const CollectionBaseEnum = enumOf(COLLECTION_BASES);
registerEnumType(CollectionBaseEnum, {
  name: 'CollectionBase',
  description: 'What the collection rate (应收账款回收率) is measured against.',
  valuesConfig: {
    DUE_IN_PERIOD: { description: 'Receivables that fall due in the month.' },
    OPEN_AND_DUE: { description: 'Receivables that fall due in the month, and those due before that were still open.' },
  },
});

/** GraphQL type `BooksSetting`. */
@ObjectType('BooksSetting', { description: 'What the organisation decided about its books.' })
export class BooksSettingView {
  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Currency in which all others are valued (本位币).' })
  baseCurrency!: string | null;

  @Field(() => CollectionBaseEnum, {
    nullable: true,
    description: 'What the collection rate is measured against; null as long as that is open.',
  })
  collectionBase!: CollectionBase | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'By what the collection rate is multiplied for the bonus; null as long as that is open.',
  })
  collectionFactor!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether a price reduction or allowance reduces what the customer still owes, instead of being paid out.',
  })
  creditReceivables!: boolean;

  @Field(() => Int, { description: 'Grows with each change; pass it as `expectedVersion`. 0 before the first.' })
  version!: number;
}

@InputType({ description: 'What to decide about the books; what is left out stays as it is.' })
export class SetBooksSettingInput {
  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'The base currency; it stays once it was decided.' })
  baseCurrency?: string;

  @Field(() => CollectionBaseEnum, { nullable: true, description: 'What the collection rate is measured against.' })
  collectionBase?: CollectionBase;

  @Field(() => DecimalScalar, { nullable: true, description: 'By what the rate is multiplied for the bonus: `"1.0"`.' })
  collectionFactor?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether allowances reduce what the customer still owes.' })
  creditReceivables?: boolean;
}

@ObjectType({ description: 'What came of `setBooksSetting`.' })
export class SetBooksSettingPayload {
  @Field(() => BooksSettingView, { nullable: true, description: 'The settings; null when it was refused.' })
  booksSetting!: BooksSettingView | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
