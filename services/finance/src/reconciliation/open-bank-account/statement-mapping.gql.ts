import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { CSV_ENCODINGS, SIGN_CONVENTIONS, type CsvEncoding, type SignConvention } from '../model/csv-mapping.model';

export const CsvEncodingEnum = enumOf(CSV_ENCODINGS);
registerEnumType(CsvEncodingEnum, {
  name: 'StatementEncoding',
  description: 'Encoding of a file.',
  valuesConfig: {
    UTF_8: { description: 'UTF-8.' },
    GB18030: { description: 'GB18030, which contains GBK and GB2312.' },
    WINDOWS_1252: { description: 'Windows-1252.' },
    ISO_8859_1: { description: 'ISO 8859-1.' },
  },
});

export const SignConventionEnum = enumOf(SIGN_CONVENTIONS);
registerEnumType(SignConventionEnum, {
  name: 'StatementSign',
  description: 'How a file says whether money came or went.',
  valuesConfig: {
    MINUS_IS_OUT: { description: 'A minus sign means that it went.' },
    MINUS_IS_IN: { description: 'A minus sign means that it came.' },
    SEPARATE_COLUMNS: { description: 'One column for what went, another for what came.' },
    DIRECTION_COLUMN: { description: 'A column says so in words.' },
  },
});

/** GraphQL type `StatementMapping`; its fields are those of the input. */
@ObjectType('StatementMapping', { description: 'Which column of a CSV statement is what, and how values are written.' })
@InputType('StatementMappingInput', {
  description: 'Which column of a CSV statement is what, and how values are written.',
})
export class StatementMappingView {
  @Field(() => CsvEncodingEnum, { defaultValue: 'UTF_8', description: 'Encoding of the file.' })
  encoding!: CsvEncoding;

  @Field(() => String, { defaultValue: ';', description: 'What stands between columns: one character.' })
  delimiter!: string;

  @Field(() => String, { defaultValue: '.', description: '`.` or `,`.' })
  decimalSeparator!: string;

  @Field(() => String, { defaultValue: 'YYYY-MM-DD', description: '`YYYY-MM-DD`, `DD.MM.YYYY`, `YYYYMMDD`, …' })
  dateFormat!: string;

  @Field(() => SignConventionEnum, {
    defaultValue: 'MINUS_IS_OUT',
    description: 'How it says whether money came or went.',
  })
  sign!: SignConvention;

  @Field(() => Int, { defaultValue: 0, description: 'Lines before the one with the names of the columns.' })
  linesBeforeHeader!: number;

  @Field(() => String, { description: 'Column of the booking day.' })
  bookedOnColumn!: string;

  @Field(() => String, { nullable: true, description: 'Column of the value day; the booking day when absent.' })
  valueOnColumn?: string | null;

  @Field(() => String, {
    description: 'Column of the amount, or of what went where the ways have columns of their own.',
  })
  amountColumn!: string;

  @Field(() => String, { nullable: true, description: 'Column of what came, for SEPARATE_COLUMNS.' })
  amountInColumn?: string | null;

  @Field(() => String, { nullable: true, description: 'Column of the way, for DIRECTION_COLUMN.' })
  directionColumn?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'What that column says when money went: `["借", "D"]`.' })
  outWords!: string[];

  @Field(() => String, { nullable: true, description: 'Column of the currency, which must be the account’s.' })
  currencyColumn?: string | null;

  @Field(() => String, { nullable: true, description: 'Column with the bank’s own reference of the line.' })
  bankReferenceColumn?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Columns with references of the payment.' })
  referenceColumns!: string[];

  @Field(() => [String], { defaultValue: [], description: 'Columns with text.' })
  textColumns!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Column of the balance after the line; it tells equal lines apart.',
  })
  balanceAfterColumn?: string | null;

  @Field(() => String, { nullable: true, description: 'Column of the account, which must be this one.' })
  accountColumn?: string | null;
}
