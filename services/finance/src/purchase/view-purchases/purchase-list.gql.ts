import { Combinable, ConnectionArgs, connectionType, DateTimeFilter, StringFilter } from '@redress/graphql-runtime';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { Purchase } from '../view-purchase/purchase.gql';

export const PurchaseConnection = connectionType(Purchase);

@Combinable()
@InputType({ description: 'Conditions on orders. All given members must hold.' })
export class PurchaseWhereInput {
  @Field(() => StringFilter, { nullable: true, description: 'Number of the order.' })
  orderNumber?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'The customer as the shop’s own system names it.' })
  customerExternalRef?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'ISO 4217 code of its currency.' })
  currency?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Department or shop that sold it.' })
  department?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Code of a product among its lines.' })
  product?: StringFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it was placed.' })
  placedAt?: DateTimeFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it became known here.' })
  registeredAt?: DateTimeFilter;
}

export const PurchaseOrder = {
  PLACED_AT_DESC: 'PLACED_AT_DESC',
  PLACED_AT_ASC: 'PLACED_AT_ASC',
  REGISTERED_AT_DESC: 'REGISTERED_AT_DESC',
  REGISTERED_AT_ASC: 'REGISTERED_AT_ASC',
} as const;
export type PurchaseOrder = keyof typeof PurchaseOrder;

registerEnumType(PurchaseOrder, {
  name: 'PurchaseOrder',
  description: 'Order of a list of orders.',
  valuesConfig: {
    PLACED_AT_DESC: { description: 'Latest placed first.' },
    PLACED_AT_ASC: { description: 'Earliest placed first.' },
    REGISTERED_AT_DESC: { description: 'Latest known first.' },
    REGISTERED_AT_ASC: { description: 'Earliest known first.' },
  },
});

@ArgsType()
export class PurchasesArgs extends ConnectionArgs {
  @Field(() => PurchaseWhereInput, { nullable: true, description: 'Only orders that fulfil these conditions.' })
  where?: PurchaseWhereInput;

  @Field(() => PurchaseOrder, { defaultValue: PurchaseOrder.PLACED_AT_DESC, description: 'Order of the list.' })
  orderBy!: PurchaseOrder;
}
