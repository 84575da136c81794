import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ContentChart, ContentColumn } from '../model/report-content.model';
import { enumOf } from './enum-of.gql';

export const ReportColumnKindEnum = enumOf<ContentColumn['kind']>(['KEY', 'FIGURE']);
registerEnumType(ReportColumnKindEnum, {
  name: 'ReportColumnKind',
  description: 'What a column of a report has.',
  valuesConfig: {
    KEY: { description: 'What makes the row, for example a month.' },
    FIGURE: { description: 'A figure, a decimal.' },
  },
});

export const ReportChartKindEnum = enumOf<ContentChart['kind']>(['BAR', 'LINE', 'PIE', 'HEAT_MAP']);
registerEnumType(ReportChartKindEnum, {
  name: 'ReportChartKind',
  description: 'How a section is drawn.',
  valuesConfig: {
    BAR: { description: 'Bars, one for each row.' },
    LINE: { description: 'A line over the rows.' },
    PIE: { description: 'A circle, with a part for each row.' },
    HEAT_MAP: { description: 'A field for each row, at the crossing of its two keys; the more, the darker.' },
  },
});

@ObjectType({ description: 'A text of a report in both languages.' })
export class ReportLabel {
  @Field(() => String, { description: 'In Chinese, as the regulation writes it where it is from there.' })
  zh!: string;

  @Field(() => String, { description: 'In English.' })
  en!: string;
}

@ObjectType({ description: 'Somebody whom a regulation names with a report.' })
export class ReportParty {
  @Field(() => String, { description: 'Stable name.' })
  party!: string;

  @Field(() => ReportLabel, { description: 'What the regulation calls them.' })
  label!: ReportLabel;

  @Field(() => String, { nullable: true, description: 'Their role of the access token.' })
  role!: string | null;
}

@ObjectType({ description: 'What a value of a column is called.' })
export class ReportValueName {
  @Field(() => String, { description: 'The value, as it stands in the rows.' })
  value!: string;

  @Field(() => ReportLabel, { description: 'What it is called.' })
  label!: ReportLabel;
}

@ObjectType({ description: 'A column of a report.' })
export class ReportColumn {
  @Field(() => String, { description: 'Stable name: a dimension, or a metric with its statistic and currency.' })
  key!: string;

  @Field(() => ReportLabel, { description: 'Its head.' })
  label!: ReportLabel;

  @Field(() => ReportColumnKindEnum, { description: 'What it has.' })
  kind!: ContentColumn['kind'];

  @Field(() => String, {
    nullable: true,
    description:
      'What its figures are measured in: COUNT, MILLISECONDS, PERCENT, SCORE or MONEY; none where rows differ.',
  })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'Currency of its amounts.' })
  currency!: string | null;

  @Field(() => [ReportValueName], { description: 'What its values are called, where they have names.' })
  names!: ReportValueName[];
}

@ObjectType({ description: 'How a section is drawn; columns by their place, from 0.' })
export class ReportChart {
  @Field(() => ReportChartKindEnum, { description: 'How.' })
  kind!: ContentChart['kind'];

  @Field(() => Int, { description: 'The column of what is compared; in a heat map that of the lines.' })
  category!: number;

  @Field(() => Int, { nullable: true, description: 'In a heat map the column of what stands across.' })
  across!: number | null;

  @Field(() => [Int], { description: 'The columns of the figures.' })
  series!: number[];
}
