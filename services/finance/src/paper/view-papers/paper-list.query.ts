import { column, compileWhere, idColumn, type FilterCompiler, type KeysetList } from '@redress/graphql-runtime';
import type { Visibility } from '../../access/access.rules';
import { PAPER_COLUMNS } from './paper-record.query';
import type { FinancePaperOrder, FinancePaperWhereInput } from './paper-list.gql';
import { papersVisibleTo } from './paper.query';

const FILTERS: Readonly<Record<keyof Omit<FinancePaperWhereInput, 'AND' | 'OR' | 'NOT'>, FilterCompiler>> = {
  kind: column('p.kind'),
  number: column('p.number'),
  settlement: idColumn('p.settlement_id', 'Settlement'),
  case: idColumn('p.case_id', 'Case'),
  drawnUpAt: column('p.drawn_up_at'),
  void: column('(p.voided_at IS NOT NULL)'),
};

/** The list as the viewer may see it. */
export function paperList(
  where: FinancePaperWhereInput | undefined,
  orderBy: FinancePaperOrder,
  visibility: Visibility,
): KeysetList {
  const conditions = compileWhere(where, FILTERS);
  const visible = papersVisibleTo(visibility);
  const direction = orderBy === 'DRAWN_UP_AT_DESC' ? 'descending' : 'ascending';
  return {
    name: 'finance-papers',
    order: { name: orderBy, column: 'p.drawn_up_at', direction },
    idColumn: 'p.id',
    select: PAPER_COLUMNS,
    from: 'finance_paper p',
    where: `${visible.sql} AND ${conditions.sql}`,
    params: { ...conditions.params, ...visible.params },
  };
}
