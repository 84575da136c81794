import type { AmountRow } from '@redress/regulations';
import type { Money } from '@redress/kernel';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';

/** An entry of the organisation's base with how often it counts. */
export interface CountedEntry {
  readonly entry: string;
  readonly quantity: number;
}

/** A line of the computation: quantity times the amount of the base. */
export interface LossLine extends CountedEntry {
  readonly unitMinor: string;
  readonly amountMinor: string;
  readonly currency: string;
}

/** A loss with the lines that prove it. */
export interface DepartmentLoss {
  readonly lines: readonly LossLine[];
  readonly total: Money;
}

/** The base of the organisation (客户投诉损失金额核算基数); empty where the regulation knows none. */
export function lossBaseOf(plan: CasePlan | undefined): readonly AmountRow[] {
  const key = plan?.regulation.responsibility?.lossBase;
  const value = key === undefined ? undefined : plan?.settings.openValues[key];
  return Array.isArray(value) ? value.filter((row): row is AmountRow => 'entry' in row) : [];
}

/**
 * The loss of a department: the sum of quantity times the base amount over all entries. Answers the entries that the
 * base does not have, or that are in another currency than the first.
 */
export function departmentLoss(
  base: readonly AmountRow[],
  counted: readonly CountedEntry[],
): DepartmentLoss | { readonly unknown: readonly string[] } {
  const rows = new Map(base.map((row) => [row.entry, row]));
  const currency = rows.get(counted[0]?.entry ?? '')?.currency;
  const unknown = counted.filter(({ entry }) => currency === undefined || rows.get(entry)?.currency !== currency);
  if (currency === undefined || unknown.length > 0) return { unknown: unknown.map(({ entry }) => entry) };
  const lines = counted.map(({ entry, quantity }): LossLine => {
    const unitMinor = rows.get(entry)?.amountMinor ?? '0';
    return { entry, quantity, unitMinor, amountMinor: (BigInt(unitMinor) * BigInt(quantity)).toString(), currency };
  });
  const amountMinor = lines.reduce((sum, line) => sum + BigInt(line.amountMinor), 0n);
  return { lines, total: { amountMinor, currency } };
}
