import { DateTimeScalar, DecimalScalar, Node, UserError } from '@redress/graphql-runtime';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { FILE_FORMATS, type FileFormat } from '../model/receipt-file.model';
import { ROW_STATUSES, type ReceiptRowStatus } from '../model/receipt-import.model';

/** GraphQL type `ReceiptAllocation`; what it joins is resolved apart. */
@ObjectType({ description: 'Received goods that are counted for a return.' })
export class ReceiptAllocation {
  @Field(() => DecimalScalar, { description: 'How much.' })
  quantity!: string;

  readonly returnLineId!: string;
  readonly receiptId!: string;
}

/** GraphQL type `WarehouseReceiptLine`; its allocations are resolved apart. */
@ObjectType({ description: 'Goods of a receipt: quantity = allocated + corrected + setAside + unallocated.' })
export class WarehouseReceiptLine {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  id!: string;

  @Field(() => Int, { description: 'Its place in the receipt, from 1.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'Number of the return, as the goods name it.' })
  returnNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the order, as the goods name it.' })
  orderNumber!: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of the order line, as the goods name it.' })
  lineNumber!: number | null;

  @Field(() => String, { nullable: true, description: 'Code of the product, as the goods name it.' })
  product!: string | null;

  @Field(() => DecimalScalar, { description: 'How much was signed for.' })
  quantity!: string;

  @Field(() => DecimalScalar, { description: 'How much is counted for returns.' })
  allocated!: string;

  @Field(() => DecimalScalar, { description: 'How much was never there.' })
  corrected!: string;

  @Field(() => DecimalScalar, { description: 'How much was given back or written off without a return.' })
  setAside!: string;

  @Field(() => DecimalScalar, { description: 'For how much nobody has found a return yet.' })
  unallocated!: string;

  @Field(() => Boolean, { description: 'Whether the goods were damaged when they came.' })
  damaged!: boolean;

  @Field(() => Boolean, { description: 'Whether the warehouse expects nothing more of what it names.' })
  complete!: boolean;

  readonly receiptLineId!: string;
}

/** GraphQL type `WarehouseReceipt`; its lines are resolved apart. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'What a warehouse signed for (收货).' })
export class WarehouseReceipt extends Node {
  @Field(() => String, { description: 'The warehouse.' })
  warehouse!: string;

  @Field(() => String, { description: 'The warehouse’s own number; it gives each to one receipt.' })
  reference!: string;

  @Field(() => DateTimeScalar, { description: 'When the goods came.' })
  receivedAt!: Date;

  @Field(() => String, { nullable: true, description: 'What the warehouse remarked.' })
  note!: string | null;

  @Field(() => String, { description: 'Who recorded it.' })
  recordedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  readonly receiptId!: string;
}

export const ReceiptRowStatusEnum = enumOf(ROW_STATUSES);
registerEnumType(ReceiptRowStatusEnum, {
  name: 'ReceiptRowStatus',
  description: 'What became of a row of a file.',
  valuesConfig: {
    RECORDED: { description: 'Its receipt was recorded.' },
    EXISTED: { description: 'Its receipt was recorded before and stays as it was.' },
    REFUSED: { description: 'Its receipt was refused; others are not affected.' },
  },
});

export const ReceiptFileFormatEnum = enumOf(FILE_FORMATS);
registerEnumType(ReceiptFileFormatEnum, {
  name: 'ReceiptFileFormat',
  description: 'How a file of receipts is written.',
  valuesConfig: {
    CSV: { description: 'Text in UTF-8 or GB 18030, with commas, semicolons or tabs.' },
    XLSX: { description: 'A workbook; its first sheet is read.' },
  },
});

/** GraphQL type `ReceiptImportRow`; its receipt is resolved apart. */
@ObjectType({ description: 'What became of a row of a file.' })
export class ReceiptImportRow {
  @Field(() => Int, { description: 'Its number in the file; the row of the column names is the first.' })
  row!: number;

  @Field(() => ReceiptRowStatusEnum, { description: 'What became of it.' })
  status!: ReceiptRowStatus;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];

  readonly receiptId!: string | null;
}

/** GraphQL type `ReceiptImport`; its rows are resolved apart. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A file of receipts that was taken in.' })
export class ReceiptImport extends Node {
  @Field(() => String, { description: 'Name of the file.' })
  name!: string;

  @Field(() => ReceiptFileFormatEnum, { description: 'How it is written.' })
  format!: FileFormat;

  @Field(() => Boolean, { description: 'Whether all of it was taken in; send the file again when it was not.' })
  done!: boolean;

  @Field(() => String, { description: 'Who brought it.' })
  importedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  importedAt!: Date;

  readonly importId!: string;
}
