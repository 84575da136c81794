/** Why an export is not begun or cancelled. */
export type ExportRefusal =
  | 'FINANCE_EXPORT_CONDITION_UNUSED'
  | 'FINANCE_EXPORT_FORMAT_UNUSED'
  | 'FINANCE_EXPORT_MONTH_REQUIRED'
  | 'FINANCE_EXPORT_POSITION_UNKNOWN'
  | 'FINANCE_EXPORTS_TOO_MANY'
  | 'FINANCE_EXPORT_FINISHED'
  | 'FINANCE_VIEW_OUTDATED'
  | 'INPUT_INVALID'
  | 'NOT_FOUND';

/** Why an export broke off. */
export const FAILURES = {
  /** A sheet has 1,048,576 rows at most, one of them the head. */
  tooLong: 'EXPORT_TOO_LONG_FOR_XLSX',
  brokeOff: 'EXPORT_BROKE_OFF',
} as const;
