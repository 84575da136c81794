import { connectionType, DateTimeScalar, UserError } from '@redress/graphql-runtime';
import { Field, InputType, ObjectType } from 'type-graphql';
import { AnalysisScopeInput } from '../analyses/analyses.gql';
import { Complaint } from '../../changes/changes.gql';
import { DimensionEnum, MetricNameEnum } from '../metric-enums.gql';
import { AsOf, MetricValue } from '../metrics.gql';
import type { DimensionName } from '../model/dimension.model';
import type { MetricName } from '../model/metric-registry.model';

@InputType({ description: 'The value that a row has in a dimension.' })
export class DimensionValueInput {
  @Field(() => DimensionEnum, { description: 'The dimension.' })
  dimension!: DimensionName;

  @Field(() => String, { nullable: true, description: 'The value as the row has it; absent for none.' })
  value?: string | null;
}

@InputType({ description: 'One figure of an answer, by the question and the values of its row.' })
export class MetricCellInput extends AnalysisScopeInput {
  @Field(() => MetricNameEnum, { description: 'The metric.' })
  metric!: MetricName;

  @Field(() => [DimensionValueInput], { nullable: true, description: 'The keys of the row; none for all groups.' })
  keys?: DimensionValueInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of a share: whether all that it is a share of are meant, and not only those that are such.',
  })
  among?: boolean | null;
}

@ObjectType({ description: 'Something that a figure counts, and the complaint that it belongs to.' })
export class CaseBehind {
  @Field(() => Complaint, { description: 'The complaint; a figure may count several things of one.' })
  complaint!: Complaint;

  @Field(() => DateTimeScalar, { description: 'The moment that places it in the window.' })
  at!: Date;
}

export const CaseBehindConnection = connectionType(CaseBehind);

@ObjectType({ description: 'What is behind a figure.' })
export class CasesBehindResult {
  @Field(() => [MetricValue], { description: 'The figures of the cell, as the question gives them.' })
  values!: MetricValue[];

  @Field(() => AsOf, { nullable: true, description: 'What both take into account; none when refused.' })
  asOf!: AsOf | null;

  @Field(() => [UserError], { description: 'Why the question could not be answered.' })
  userErrors!: UserError[];
}
