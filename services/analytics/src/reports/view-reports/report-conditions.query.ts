import { column, type FilterCompiler } from '@redress/graphql-runtime';

/** What the members of `ReportWhereInput` stand for at a moment. */
export function reportConditions(now: Date): Readonly<Record<string, FilterCompiler>> {
  const overdue: FilterCompiler = (filter, bind) => {
    const late = `(r.overdue_at IS NOT NULL AND r.overdue_at <= ${bind(now)} AND r.corrected_by IS NULL
      AND r.state IN ('EXPECTED', 'AWAITING_SIGNATURE'))`;
    return column(late, truth)(filter, bind);
  };
  return {
    report: column('r.code'),
    regulation: column('r.regulation_id'),
    period: column('r.period_kind'),
    from: column('r.period_from'),
    state: column('r.state'),
    overdue,
    corrected: column('(r.corrected_by IS NOT NULL)', truth),
  };
}

const truth = (value: unknown): unknown => (value === true ? 1 : 0);
