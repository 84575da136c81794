import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { REPORT_FORMATS, type ReportFormat } from '../model/report-format.model';
import { enumOf } from './enum-of.gql';

export const ReportFormatEnum = enumOf(REPORT_FORMATS);
registerEnumType(ReportFormatEnum, {
  name: 'ReportFormat',
  description: 'How a report is written.',
  valuesConfig: {
    JSON: { description: 'What is frozen, to the byte; its digest is that of the report.' },
    XLSX: { description: 'A workbook with a sheet and a chart for each section.' },
    PDF: { description: 'Pages with tables and charts, for printing and signing.' },
  },
});

@ObjectType({ description: 'A file of a report.' })
export class ReportFile {
  @Field(() => ReportFormatEnum, { description: 'How it is written.' })
  format!: ReportFormat;

  @Field(() => String, { description: 'Where to fetch it; good for ten minutes.' })
  url!: string;
}
