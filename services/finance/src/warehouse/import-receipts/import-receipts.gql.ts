import { UserError } from '@redress/graphql-runtime';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { FileFormat } from '../model/receipt-file.model';
import { ReceiptFileFormatEnum, ReceiptImport } from '../view-receipts/warehouse-receipt.gql';

@InputType({ description: 'The columns of a file, by the names in its first row.' })
export class ReceiptColumnsInput {
  @Field(() => String, { description: 'The warehouse’s own number; its rows are one receipt.' })
  reference!: string;

  @Field(() => String, { description: 'When the goods came: `2026-11-02`, or a moment with its zone.' })
  receivedAt!: string;

  @Field(() => String, { description: 'How much is signed for.' })
  quantity!: string;

  @Field(() => String, { nullable: true, description: 'The warehouse, where the file names it.' })
  warehouse?: string;

  @Field(() => String, { nullable: true, description: 'Number of the return.' })
  returnNumber?: string;

  @Field(() => String, { nullable: true, description: 'Number of the order.' })
  orderNumber?: string;

  @Field(() => String, { nullable: true, description: 'Number of the order line.' })
  lineNumber?: string;

  @Field(() => String, { nullable: true, description: 'Code of the product.' })
  product?: string;

  @Field(() => String, { nullable: true, description: 'Whether the goods are damaged: yes, true, 1, x or 是.' })
  damaged?: string;

  @Field(() => String, { nullable: true, description: 'Whether nothing more is expected: yes, true, 1, x or 是.' })
  complete?: string;
}

@InputType({ description: 'A file of receipts, and how it is read.' })
export class ImportWarehouseReceiptsInput {
  @Field(() => String, { description: 'Name of the file, 1 to 255 characters.' })
  name!: string;

  @Field(() => ReceiptFileFormatEnum, { description: 'How it is written.' })
  format!: FileFormat;

  @Field(() => String, { description: 'The file in Base64; at most 2 MB and 2,000 rows.' })
  contentBase64!: string;

  @Field(() => ReceiptColumnsInput, { description: 'The columns.' })
  columns!: ReceiptColumnsInput;

  @Field(() => String, { nullable: true, description: 'The warehouse, where the file has no column for it.' })
  warehouse?: string;

  @Field(() => String, { description: 'Made by the client; the same key takes in once. 1 to 128 characters.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of `importWarehouseReceipts`.' })
export class ImportWarehouseReceiptsPayload {
  @Field(() => ReceiptImport, { nullable: true, description: 'The file with its rows; null when it was refused.' })
  import!: ReceiptImport | null;

  @Field(() => Boolean, { description: 'Whether the same file was taken in before.' })
  existed!: boolean;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why all of it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
