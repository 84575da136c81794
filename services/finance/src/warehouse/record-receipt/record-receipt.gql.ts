import { DateTimeScalar, DecimalScalar, UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { WarehouseReceipt } from '../view-receipts/warehouse-receipt.gql';

@InputType({
  description: 'Goods that came, named by their return, their order line or their product; all that is named must fit.',
})
export class ReceivedGoodsInput {
  @Field(() => String, { nullable: true, description: 'Number of the return that the goods came with.' })
  returnNumber?: string;

  @Field(() => String, { nullable: true, description: 'Number of the order.' })
  orderNumber?: string;

  @Field(() => Int, { nullable: true, description: 'Number of the line within the order.' })
  lineNumber?: number;

  @Field(() => String, { nullable: true, description: 'Code of the product.' })
  product?: string;

  @Field(() => DecimalScalar, { description: 'How much is signed for (实收数量), more than zero.' })
  quantity!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the goods are damaged.' })
  damaged!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether nothing more is expected of what is named.' })
  complete!: boolean;
}

@InputType({ description: 'What a warehouse signed for.' })
export class RecordWarehouseReceiptInput {
  @Field(() => String, { description: 'The warehouse, 1 to 64 characters.' })
  warehouse!: string;

  @Field(() => String, { description: 'The warehouse’s own number, 1 to 64 characters; a number is recorded once.' })
  reference!: string;

  @Field(() => DateTimeScalar, { description: 'When the goods came.' })
  receivedAt!: Date;

  @Field(() => String, { nullable: true, description: 'What the warehouse remarked, up to 500 characters.' })
  note?: string;

  @Field(() => [ReceivedGoodsInput], { description: 'The goods, 1 to 500.' })
  lines!: ReceivedGoodsInput[];

  @Field(() => String, { description: 'Made by the client; the same key records once. 1 to 128 characters.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of `recordWarehouseReceipt`.' })
export class RecordWarehouseReceiptPayload {
  @Field(() => WarehouseReceipt, { nullable: true, description: 'The receipt; null when it was refused.' })
  receipt!: WarehouseReceipt | null;

  @Field(() => Boolean, { description: 'Whether the same receipt was recorded before, by a person or a file.' })
  existed!: boolean;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
