import {
  Combinable,
  ConnectionArgs,
  connectionType,
  BooleanFilter,
  DateFilter,
  DateTimeScalar,
  IdFilter,
  LocalDateScalar,
  Money,
  StringFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

/** GraphQL type `Receivable`. */
@ObjectType({ description: 'What a customer owes by one document (应收账款).' })
export class Receivable {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => ID, { description: 'The customer.' })
  customerId!: string;

  @Field(() => String, { description: 'Number of the invoice.' })
  documentNumber!: string;

  @Field(() => String, { nullable: true, description: 'The order that it is about.' })
  orderNumber!: string | null;

  @Field(() => Int, { nullable: true, description: 'The line of the order; null for the order as a whole.' })
  lineNumber!: number | null;

  @Field(() => Money, { description: 'What was invoiced.' })
  amount!: Money;

  @Field(() => Money, { description: 'What was paid.' })
  paid!: Money;

  @Field(() => Money, { description: 'What settlements reduced it by.' })
  credited!: Money;

  @Field(() => Money, { description: 'What is still owed.' })
  open!: Money;

  @Field(() => Money, { description: 'What of it is disputed in an open case.' })
  disputed!: Money;

  @Field(() => LocalDateScalar, { description: 'Day of the invoice.' })
  issuedOn!: string;

  @Field(() => LocalDateScalar, { description: 'Day on which it is due.' })
  dueOn!: string;

  @Field(() => String, { description: 'Whose collection rate it counts for.' })
  salesperson!: string;

  @Field(() => String, { nullable: true, description: 'Department that sold.' })
  department!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was taken over.' })
  registeredAt!: Date;

  @Field(() => Int, { description: 'Grows with each change; pass it as `expectedVersion`.' })
  version!: number;
}

export const ReceivableConnection = connectionType(Receivable);

export const ReceivableOrder = { DUE_ON_ASC: 'DUE_ON_ASC', DUE_ON_DESC: 'DUE_ON_DESC' } as const;
export type ReceivableOrder = keyof typeof ReceivableOrder;
registerEnumType(ReceivableOrder, {
  name: 'ReceivableOrder',
  description: 'Order of a list of receivables.',
  valuesConfig: {
    DUE_ON_ASC: { description: 'Due longest first.' },
    DUE_ON_DESC: { description: 'Due latest first.' },
  },
});

@Combinable()
@InputType({ description: 'Conditions on receivables. All given members must hold.' })
export class ReceivableWhereInput {
  @Field(() => IdFilter, { nullable: true, description: 'The customer.' })
  customer?: IdFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Number of the invoice.' })
  documentNumber?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'The order.' })
  orderNumber?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Whose collection rate it counts for.' })
  salesperson?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'ISO 4217 code of its currency.' })
  currency?: StringFilter;

  @Field(() => DateFilter, { nullable: true, description: 'Day on which it is due.' })
  dueOn?: DateFilter;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether anything is still owed.' })
  open?: BooleanFilter;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether anything of it is disputed.' })
  disputed?: BooleanFilter;
}

@ArgsType()
export class ReceivablesArgs extends ConnectionArgs {
  @Field(() => ReceivableWhereInput, { nullable: true, description: 'Only what fulfils these conditions.' })
  where?: ReceivableWhereInput;

  @Field(() => ReceivableOrder, { defaultValue: ReceivableOrder.DUE_ON_ASC, description: 'Order of the list.' })
  orderBy!: ReceivableOrder;
}
