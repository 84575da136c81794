import type { TenantReader } from '@redress/persistence';
import type { CaseFiles } from '../../case-file/model/case-file.repository';
import { goodwillSubject, type CeilingSubject } from '../../ceiling/model/ceiling.model';
import { periodsOfMonth } from './budget-period.model';
import type { GoodwillBudgetRepository } from './goodwill-budget.repository';

/** Where the budgets for goodwill are found. */
export interface GoodwillSources {
  readonly budgets: Pick<GoodwillBudgetRepository, 'ofPeriods'>;
  readonly caseFiles: Pick<CaseFiles, 'caseFilesBy'>;
}

/**
 * The budgets from which goodwill of a month is given, to be drawn on all together: a month's budget within that of its
 * quarter and year. They are those of the unit that handles the case where it has any, else those of the organisation.
 * When there is none at all, the organisation's budget of the month is named, so that its absence is what is refused.
 */
export async function goodwillBudgetsFor(
  reader: TenantReader,
  { caseId, currency, month }: { readonly caseId: string; readonly currency: string; readonly month: string },
  { budgets, caseFiles }: GoodwillSources,
): Promise<CeilingSubject[]> {
  const [file] = await caseFiles.caseFilesBy(reader, [caseId]);
  return goodwillBudgetsOfUnit(reader, { unit: file?.department, currency, month }, { budgets });
}

/** The same for a unit by its code. */
export async function goodwillBudgetsOfUnit(
  reader: TenantReader,
  { unit, currency, month }: { readonly unit: string | undefined; readonly currency: string; readonly month: string },
  { budgets }: Pick<GoodwillSources, 'budgets'>,
): Promise<CeilingSubject[]> {
  const found = await budgets.ofPeriods(reader, currency, periodsOfMonth(month), unit);
  const ofUnit = found.filter((budget) => budget.unit !== undefined);
  const drawnOn = ofUnit.length > 0 ? ofUnit : found;
  const keys = drawnOn.length > 0 ? drawnOn : [{ currency, period: month }];
  return keys.map((key) => ({
    kind: 'GOODWILL_BUDGET',
    subject: goodwillSubject(key.currency, key.period, 'unit' in key ? key.unit : undefined),
  }));
}
