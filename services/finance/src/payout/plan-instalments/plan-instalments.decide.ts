import { accept, refuse, type Outcome } from '@redress/kernel';
import { instalmentsOf, type Instalment } from '../../payment/model/instalment.model';
import { advance, type Settlement, type SettlementChange } from '../../settlement/model/settlement.model';
import { isNotOpenToDecision, wasChangedSince } from '../../settlement/model/settlement.rules';
import type { InstalmentRefusal } from '../model/instalment.errors';

/** The settlement with its plan. */
export interface PlannedInstalments extends SettlementChange {
  readonly plan: readonly Instalment[];
}

/** What is asked for, by whom, and what was seen. */
export interface Planning {
  readonly dueOn: readonly string[];
  /** In what proportion; equal shares where absent. */
  readonly weights?: readonly number[];
  readonly by: string;
  readonly now: Date;
  /** The organisation's day. */
  readonly today: string;
  readonly expectedVersion: number;
}

export const MOST_INSTALMENTS = 60;
const HEAVIEST = 1_000_000;

/** Plans to pay a released settlement on several days, as long as nobody has approved it. Each day gets something. */
export function planInstalments(
  settlement: Settlement,
  { dueOn, weights, by, now, today, expectedVersion }: Planning,
): Outcome<PlannedInstalments, InstalmentRefusal> {
  const closed = isNotOpenToDecision(settlement) ?? wasChangedSince(settlement, expectedVersion);
  if (closed !== undefined) return refuse(closed);
  const inOrder = dueOn.every((day, index) => day > (dueOn[index - 1] ?? '') && day >= today);
  if (dueOn.length === 0 || dueOn.length > MOST_INSTALMENTS || !inOrder) {
    const details = { limit: MOST_INSTALMENTS };
    return refuse({ code: 'FINANCE_INSTALMENT_DAYS_UNUSABLE', path: ['input', 'dueOn'], details });
  }
  const heavy = weights ?? dueOn.map(() => 1);
  if (heavy.length !== dueOn.length || heavy.some((weight) => weight < 1 || weight > HEAVIEST)) {
    return refuse({
      code: 'FINANCE_INSTALMENT_WEIGHTS_UNUSABLE',
      path: ['input', 'weights'],
      details: { limit: HEAVIEST },
    });
  }
  if (new Set(settlement.parts.map(({ payee }) => payee)).size > 1) {
    return refuse({ code: 'FINANCE_INSTALMENTS_SEVERAL_PAYEES', path: ['input', 'settlementId'] });
  }
  const plan = dueOn.map((day, index) => ({ number: index + 1, dueOn: day, weight: BigInt(heavy[index] ?? 1) }));
  const instalments = instalmentsOf(plan, settlement.amount);
  if (instalments.some(({ amount }) => amount.amountMinor <= 0n)) {
    return refuse({ code: 'FINANCE_INSTALMENT_OF_NOTHING', path: ['input', 'dueOn'] });
  }
  const event = { type: 'InstalmentsPlanned', at: now, by, instalments } as const;
  return accept({ ...advance(settlement, 'plan', [event]), plan });
}
