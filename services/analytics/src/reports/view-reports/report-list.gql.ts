import {
  BooleanFilter,
  Combinable,
  ConnectionArgs,
  connectionType,
  DateFilter,
  enumFilter,
  StringFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, InputType } from 'type-graphql';
import type { PeriodKind } from '../model/report-period.model';
import type { ReportState } from '../model/report.transitions';
import { Report, ReportPeriodEnum, ReportStateEnum } from './report.gql';

export const ReportConnection = connectionType(Report);

const ReportPeriodFilter = enumFilter(ReportPeriodEnum, 'ReportPeriod');
const ReportStateFilter = enumFilter(ReportStateEnum, 'ReportState');

@Combinable()
@InputType({ description: 'Conditions on reports. All given members must hold.' })
export class ReportWhereInput {
  @Field(() => StringFilter, { nullable: true, description: 'Stable name of the report.' })
  report?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'The regulation that asks for it.' })
  regulation?: StringFilter;

  @Field(() => ReportPeriodFilter, { nullable: true, description: 'What it covers.' })
  period?: EnumFilter<PeriodKind>;

  @Field(() => DateFilter, { nullable: true, description: 'First day of its period.' })
  from?: DateFilter;

  @Field(() => ReportStateFilter, { nullable: true, description: 'Where it stands.' })
  state?: EnumFilter<ReportState>;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether it is late.' })
  overdue?: BooleanFilter;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether a later edition takes its place.' })
  corrected?: BooleanFilter;
}

@ArgsType()
export class ReportsArgs extends ConnectionArgs {
  @Field(() => ReportWhereInput, { nullable: true, description: 'Only reports that fulfil these conditions.' })
  where?: ReportWhereInput;
}
