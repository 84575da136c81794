import {
  BooleanFilter,
  Combinable,
  ConnectionArgs,
  connectionType,
  DateTimeFilter,
  StringFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, InputType } from 'type-graphql';
import { WarehouseReceipt } from './warehouse-receipt.gql';

export const WarehouseReceiptConnection = connectionType(WarehouseReceipt);

@Combinable()
@InputType({ description: 'Conditions on receipts. All given members must hold.' })
export class WarehouseReceiptWhereInput {
  @Field(() => StringFilter, { nullable: true, description: 'The warehouse.' })
  warehouse?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'The warehouse’s own number.' })
  reference?: StringFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When the goods came.' })
  receivedAt?: DateTimeFilter;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether for some goods nobody has found a return yet.' })
  hasUnallocated?: BooleanFilter;
}

@ArgsType()
export class WarehouseReceiptsArgs extends ConnectionArgs {
  @Field(() => WarehouseReceiptWhereInput, {
    nullable: true,
    description: 'Only receipts that fulfil these conditions; latest first.',
  })
  where?: WarehouseReceiptWhereInput;
}
