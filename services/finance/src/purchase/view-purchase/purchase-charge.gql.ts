import { DecimalScalar, Money } from '@redress/graphql-runtime';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { CHARGE_KINDS, type ChargeKind } from '../model/purchase.model';

export const ChargeKindEnum = enumOf(CHARGE_KINDS);
registerEnumType(ChargeKindEnum, {
  name: 'ChargeKind',
  description: 'What is charged beside the goods themselves.',
  valuesConfig: {
    TAX: { description: 'A tax.' },
    SHIPPING: { description: 'Carriage and packing.' },
    FEE: { description: 'Any other fee.' },
  },
});

/** GraphQL type `PurchaseCharge`. */
@ObjectType({ description: 'A tax, a fee or the shipping, of a line or of the order. It has a ceiling of its own.' })
export class PurchaseCharge {
  @Field(() => ChargeKindEnum, { description: 'What it is.' })
  kind!: ChargeKind;

  @Field(() => String, { description: 'Its code, one of each in a line: `VAT`.' })
  code!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Percent, as the document shows it.' })
  rate!: string | null;

  @Field(() => Money, { description: 'What was paid of it: the most that can ever be given back.' })
  paid!: Money;

  @Field(() => Money, { description: 'What settlements have promised and not yet paid.' })
  reserved!: Money;

  @Field(() => Money, { description: 'What settlements have paid.' })
  settled!: Money;

  @Field(() => Money, { description: 'What may still be given back.' })
  remaining!: Money;
}
