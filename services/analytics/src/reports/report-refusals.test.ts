import { catalogueGaps } from '@redress/graphql-runtime';
import type { ReportRefusal } from './model/report.errors';
import { reportRefusalTexts } from './report-refusal-texts';

const CODES: Readonly<Record<ReportRefusal, true>> = {
  ANALYTICS_REPORT_UNKNOWN: true,
  ANALYTICS_REPORT_ON_SCHEDULE: true,
  ANALYTICS_REPORT_PERIOD_INVALID: true,
  ANALYTICS_REPORT_PERIOD_NOT_OVER: true,
  ANALYTICS_REPORT_PERIOD_NOT_WHOLE_MONTHS: true,
  ANALYTICS_REPORT_EXISTS: true,
  ANALYTICS_REPORTS_TOO_MANY: true,
  ANALYTICS_REPORT_NOT_TO_BE_SIGNED: true,
  ANALYTICS_REPORT_SIGNED_BY_MAKER: true,
  ANALYTICS_REPORT_SIGNER_NOT_ENTITLED: true,
  ANALYTICS_REPORT_NOT_MADE: true,
  ANALYTICS_REPORT_CORRECTED: true,
  VERSION_CONFLICT: true,
  INPUT_INVALID: true,
  NOT_FOUND: true,
};

describe('the refusals of reports', () => {
  it('have a text in both languages', () => {
    expect(catalogueGaps(Object.keys(CODES), reportRefusalTexts)).toEqual([]);
  });
});
