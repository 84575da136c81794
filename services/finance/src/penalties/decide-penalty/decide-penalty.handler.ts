import { accept, newId, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { LedgerRepository } from '../../ledger/model/ledger.repository';
import type { DrawUpPaper } from '../../paper/draw-up-paper/draw-up-paper.handler';
import { field } from '../../paper/model/paper-words.model';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { penaltyEntry } from '../model/penalty-entry.model';
import {
  approvePenalty,
  chargedTo,
  fallsOn,
  rejectPenalty,
  type Penalty,
  type PenaltyRefusal,
} from '../model/penalty.model';
import type { PenaltyRepository } from '../model/penalty.repository';

export interface DecidePenalty {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly penaltyId: string;
  readonly expectedVersion: number;
  /** Present when it is rejected. */
  readonly reason?: string;
}

export interface PenaltyDependencies {
  readonly database: Database;
  readonly penalties: PenaltyRepository;
  readonly ledger: LedgerRepository;
  readonly calendar: TenantCalendar;
  readonly clock: Clock;
  readonly drawUpPaper: (tx: TenantTransaction, command: DrawUpPaper) => Promise<string>;
}

/** The general manager decides on a penalty; an approved one is booked and its notice drawn up. The answer is its id. */
export function decidePenalty(
  { tenantId, subject, idempotencyKey, penaltyId, expectedVersion, reason }: DecidePenalty,
  dependencies: PenaltyDependencies,
): Promise<CommandResult<string, PenaltyRefusal>> {
  const operation = reason === undefined ? 'approvePenalty' : 'rejectPenalty';
  const request = { penaltyId, expectedVersion, reason };
  const command = { tenantId, operation, subject, idempotencyKey, request, keepForEver: true };
  const { database, penalties, clock } = dependencies;
  return executeCommand<string, PenaltyRefusal>(database, command, async (tx) => {
    const penalty = await penalties.lock(tx, penaltyId);
    if (penalty === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'penaltyId'] });
    const decision = { by: subject, at: clock.now(), expectedVersion };
    if (reason === undefined) return approve(tx, penalty, decision, dependencies);
    const rejected = rejectPenalty(penalty, decision, reason);
    if (!rejected.ok) return rejected;
    await penalties.save(tx, rejected.value);
    return accept(penaltyId);
  });
}

async function approve(
  tx: TenantTransaction,
  penalty: Penalty,
  decision: { readonly by: string; readonly at: Date; readonly expectedVersion: number },
  { penalties, ledger, calendar, drawUpPaper }: PenaltyDependencies,
): Promise<Outcome<string, PenaltyRefusal>> {
  const { by, at } = decision;
  const { month: bonusPeriod } = await calendar.monthOf(tx, at);
  const day = await calendar.dayOf(tx, penalty.sanctionedAt);
  const standard = await penalties.standardOn(tx, penalty.sanction, fallsOn(penalty), day);
  const approved = approvePenalty(penalty, { ...decision, bonusPeriod }, standard);
  if (!approved.ok) return approved;
  const after = approved.value;
  await penalties.save(tx, after);
  await ledger.book(tx, penaltyEntry(after, { id: newId(), bookedAt: at }));
  await drawUpPaper(tx, {
    kind: 'PENALTY_NOTICE',
    source: { kind: 'PENALTY', id: after.id },
    caseId: after.caseId,
    ...(after.amount === undefined ? {} : { amount: after.amount }),
    fields: [
      field({ zh: '处罚部门或个人', en: 'Department or person' }, chargedTo(after)),
      field({ zh: '处罚种类', en: 'Sanction' }, after.sanction),
      ...(after.amount === undefined ? [] : [field({ zh: '罚扣金额', en: 'Amount' }, after.amount)]),
      field({ zh: '扣减绩效奖金月份', en: 'Month of the bonus' }, bonusPeriod),
    ],
    ...{ at, by },
  });
  return accept(after.id);
}
