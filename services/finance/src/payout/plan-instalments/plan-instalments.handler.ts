import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { InstalmentPlanRepository } from '../../payment/model/instalment-plan.repository';
import type { SettlementRepository } from '../../settlement/model/settlement.repository';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import type { InstalmentRefusal } from '../model/instalment.errors';
import { planInstalments as decide } from './plan-instalments.decide';

export interface PlanInstalments {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly settlementId: string;
  readonly expectedVersion: number;
  readonly dueOn: readonly string[];
  readonly weights?: readonly number[];
}

export interface PlanInstalmentsDependencies {
  readonly database: Database;
  readonly settlements: SettlementRepository;
  readonly instalmentPlans: InstalmentPlanRepository;
  readonly calendar: TenantCalendar;
  readonly clock: Clock;
}

/** Says on which days a settlement is to be paid once it is approved, in the place of what was said before. The answer is its id. */
export function planInstalments(
  command: PlanInstalments,
  dependencies: PlanInstalmentsDependencies,
): Promise<CommandResult<string, InstalmentRefusal>> {
  const { tenantId, subject, idempotencyKey, settlementId, expectedVersion, dueOn, weights = null } = command;
  const request = { settlementId, expectedVersion, dueOn, weights };
  const identity = { tenantId, operation: 'planInstalments', subject, idempotencyKey, request };
  return executeCommand<string, InstalmentRefusal>(dependencies.database, identity, (tx) =>
    plan(tx, command, dependencies),
  );
}

async function plan(
  tx: TenantTransaction,
  { subject: by, settlementId, ...asked }: PlanInstalments,
  { settlements, instalmentPlans, calendar, clock }: PlanInstalmentsDependencies,
): Promise<Outcome<string, InstalmentRefusal>> {
  const settlement = await settlements.lock(tx, settlementId);
  if (settlement === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'settlementId'] });
  const now = clock.now();
  const today = await calendar.dayOf(tx, now);
  const decision = decide(settlement, { ...asked, by, now, today });
  if (!decision.ok) return decision;
  await instalmentPlans.replace(tx, settlementId, decision.value.plan);
  await settlements.save(tx, decision.value);
  return accept(settlementId);
}
