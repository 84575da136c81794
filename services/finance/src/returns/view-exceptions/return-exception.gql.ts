import {
  Combinable,
  ConnectionArgs,
  connectionType,
  DateTimeFilter,
  DateTimeScalar,
  DecimalScalar,
  enumFilter,
  IdFilter,
  Node,
  StringFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Directive, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import {
  EXCEPTION_KINDS,
  EXCEPTION_RESOLUTIONS,
  type ExceptionKind,
  type ExceptionResolution,
  type ExceptionState,
} from '../model/return-exception.model';

export const ReturnExceptionKindEnum = enumOf(EXCEPTION_KINDS);
registerEnumType(ReturnExceptionKindEnum, {
  name: 'ReturnExceptionKind',
  description: 'What does not fit about goods that came, or did not come.',
  valuesConfig: {
    OVER_RECEIPT: { description: 'More came than was authorised and is tolerated.' },
    QUANTITY_DIFFERS: { description: 'Another quantity came; it is signed for on instruction (请示后依实际情况签收).' },
    UNEXPECTED_GOODS: { description: 'Nothing was authorised for the goods.' },
    MISMATCHED_LINE: { description: 'The return or order is known, but not with these goods.' },
    SHORT_AND_OVERDUE: { description: 'Less came than was authorised, and it is late.' },
    DAMAGED: { description: 'The warehouse signed for damaged goods.' },
    CANCELLED_WITH_GOODS: {
      description: 'The settlement came to nothing after goods had come; another return may take them over.',
    },
    PAID_DIFFERS: { description: 'What was paid before the goods came is not what is given for them.' },
  },
});

export const ReturnExceptionResolutionEnum = enumOf(EXCEPTION_RESOLUTIONS);
registerEnumType(ReturnExceptionResolutionEnum, {
  name: 'ReturnExceptionResolution',
  description: 'How an exception ends.',
  valuesConfig: {
    ACCEPTED: { description: 'The actual quantity is signed for and posted.' },
    RETURNED_TO_CUSTOMER: { description: 'The goods in question go back and are not paid for.' },
    WRITTEN_OFF: { description: 'The goods in question are kept without being paid for, or the difference is borne.' },
    CORRECTED: { description: 'What was recorded was wrong, and is put right.' },
  },
});

export const ReturnExceptionStateEnum = enumOf(['OPEN', ...EXCEPTION_RESOLUTIONS]);
registerEnumType(ReturnExceptionStateEnum, {
  name: 'ReturnExceptionState',
  description: 'Where an exception stands.',
  valuesConfig: {
    OPEN: { description: 'It waits for a decision.' },
    ACCEPTED: { description: 'The actual quantity is signed for and posted.' },
    RETURNED_TO_CUSTOMER: { description: 'The goods in question went back.' },
    WRITTEN_OFF: { description: 'The goods in question were kept without being paid for.' },
    CORRECTED: { description: 'What was recorded was put right.' },
  },
});

/** GraphQL type `ReturnException`; what it is about is resolved apart. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'Something that does not fit about goods, and waits for a person.' })
export class ReturnException extends Node {
  @Field(() => ReturnExceptionKindEnum, { description: 'What does not fit.' })
  kind!: ExceptionKind;

  @Field(() => ReturnExceptionStateEnum, { description: 'Where it stands.' })
  state!: ExceptionState;

  @Field(() => DecimalScalar, { description: 'The quantity in question.' })
  quantity!: string;

  @Field(() => String, { description: 'Who sees to it.' })
  owner!: string;

  @Field(() => DateTimeScalar, { description: 'Since when it waits.' })
  raisedAt!: Date;

  @Field(() => Int, { description: 'Whole days that it waits, or waited.' })
  ageDays!: number;

  @Field(() => [ReturnExceptionResolutionEnum], { description: 'How it can end; none once it has.' })
  possibleResolutions!: ExceptionResolution[];

  @Field(() => String, { nullable: true, description: 'Why it ended so.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who decided.' })
  resolvedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided.' })
  resolvedAt!: Date | null;

  @Field(() => Int, { description: 'Grows with every change; pass it as `expectedVersion`.' })
  version!: number;

  readonly returnId!: string | undefined;
  readonly lineId!: string | undefined;
  readonly receiptLineId!: string | undefined;
  readonly countedOnLineId!: string | undefined;
}

export const ReturnExceptionConnection = connectionType(ReturnException);

const KindFilter = enumFilter(ReturnExceptionKindEnum, 'ReturnExceptionKind');
const StateFilter = enumFilter(ReturnExceptionStateEnum, 'ReturnExceptionState');

@Combinable()
@InputType({ description: 'Conditions on exceptions of returns. All given members must hold.' })
export class ReturnExceptionWhereInput {
  @Field(() => KindFilter, { nullable: true, description: 'What does not fit.' })
  kind?: EnumFilter<ExceptionKind>;

  @Field(() => StateFilter, { nullable: true, description: 'Where it stands.' })
  state?: EnumFilter<ExceptionState>;

  @Field(() => StringFilter, { nullable: true, description: 'Who sees to it.' })
  owner?: StringFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Since when it waits.' })
  raisedAt?: DateTimeFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The return that it is about.' })
  returnAuthorisation?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The line of a return on which its goods were counted.' })
  countedOn?: IdFilter;
}

export const ReturnExceptionOrder = { RAISED_AT_ASC: 'RAISED_AT_ASC', RAISED_AT_DESC: 'RAISED_AT_DESC' } as const;
export type ReturnExceptionOrder = keyof typeof ReturnExceptionOrder;
registerEnumType(ReturnExceptionOrder, {
  name: 'ReturnExceptionOrder',
  description: 'Order of a list of exceptions.',
  valuesConfig: {
    RAISED_AT_ASC: { description: 'Those that wait longest first.' },
    RAISED_AT_DESC: { description: 'Latest first.' },
  },
});

@ArgsType()
export class ReturnExceptionsArgs extends ConnectionArgs {
  @Field(() => ReturnExceptionWhereInput, { nullable: true, description: 'Only those that fulfil these conditions.' })
  where?: ReturnExceptionWhereInput;

  @Field(() => ReturnExceptionOrder, {
    defaultValue: ReturnExceptionOrder.RAISED_AT_ASC,
    description: 'Order of the list.',
  })
  orderBy!: ReturnExceptionOrder;
}
