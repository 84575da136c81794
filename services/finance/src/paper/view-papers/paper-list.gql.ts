import {
  BooleanFilter,
  Combinable,
  ConnectionArgs,
  connectionType,
  DateTimeFilter,
  enumFilter,
  IdFilter,
  StringFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import type { PaperKind } from '../model/paper-kind.model';
import { FinancePaper, FinancePaperKindEnum } from './paper.gql';

export const FinancePaperConnection = connectionType(FinancePaper, 'FinancePaper');

const FinancePaperKindFilter = enumFilter(FinancePaperKindEnum, 'FinancePaperKind');

@Combinable()
@InputType({ description: 'Conditions on papers of finance. All given members must hold.' })
export class FinancePaperWhereInput {
  @Field(() => FinancePaperKindFilter, { nullable: true, description: 'Their kind.' })
  kind?: EnumFilter<PaperKind>;

  @Field(() => StringFilter, { nullable: true, description: 'Their number.' })
  number?: StringFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The settlement that they belong to.' })
  settlement?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The case that they belong to.' })
  case?: IdFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When they were drawn up.' })
  drawnUpAt?: DateTimeFilter;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether they are void.' })
  void?: BooleanFilter;
}

export const FinancePaperOrder = { DRAWN_UP_AT_DESC: 'DRAWN_UP_AT_DESC', DRAWN_UP_AT_ASC: 'DRAWN_UP_AT_ASC' } as const;
export type FinancePaperOrder = keyof typeof FinancePaperOrder;

registerEnumType(FinancePaperOrder, {
  name: 'FinancePaperOrder',
  description: 'Order of a list of papers.',
  valuesConfig: {
    DRAWN_UP_AT_DESC: { description: 'Latest first.' },
    DRAWN_UP_AT_ASC: { description: 'Oldest first.' },
  },
});

@ArgsType()
export class FinancePapersArgs extends ConnectionArgs {
  @Field(() => FinancePaperWhereInput, { nullable: true, description: 'Only papers that fulfil these conditions.' })
  where?: FinancePaperWhereInput;

  @Field(() => FinancePaperOrder, { defaultValue: 'DRAWN_UP_AT_DESC', description: 'Order of the list.' })
  orderBy!: FinancePaperOrder;
}
