import { newId, systemActor } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { SettlementEvent } from '../../settlement/model/settlement.events';
import type { SettlementListener } from '../../settlement/model/settlement-hooks.policy';
import type { Settlement } from '../../settlement/model/settlement.model';
import type { BoughtLines } from '../model/bought-lines.repository';
import { regulatedCase, type CaseSources } from '../model/regulated-case.policy';
import { MATTER } from '../model/return-exception.model';
import type { ReturnExceptionRepository } from '../model/return-exception.repository';
import { actualOf } from '../model/return-line.model';
import type { ReturnPolicies } from '../model/return-policy.repository';
import type { ReturnRepository } from '../model/return.repository';
import { authoriseReturn, returningParts } from './authorise-return.decide';
import { returnStates } from '../model/return-authorisation.model';

export interface AuthorisationPorts extends CaseSources {
  readonly returns: ReturnRepository;
  readonly exceptions: ReturnExceptionRepository;
  readonly policies: ReturnPolicies;
  readonly bought: BoughtLines;
}

const BEGINNINGS: readonly SettlementEvent['type'][] = ['SettlementProposed', 'SettlementReleased'];

/**
 * Goods may come back as soon as a settlement says so, and no longer when it comes to nothing: one that was given up is
 * promised anew, with a return of its own that would wait for goods which count for this one.
 */
export function returnsOfSettlements(ports: AuthorisationPorts): SettlementListener {
  return {
    hears: [...BEGINNINGS, 'SettlementRejected', 'SettlementCancelled', 'SettlementFailed'],
    async hear(tx, settlement, event) {
      if (returningParts(settlement.parts).length === 0) return;
      const begins = BEGINNINGS.includes(event.type);
      await (begins ? authorise(tx, settlement, event, ports) : cancelReturn(tx, settlement, event, ports));
    },
  };
}

async function authorise(
  tx: TenantTransaction,
  settlement: Settlement,
  { at: now }: SettlementEvent,
  ports: AuthorisationPorts,
): Promise<void> {
  const { returns, policies, bought } = ports;
  if ((await returns.lockOfSettlement(tx, settlement.id)) !== undefined) return;
  const parts = returningParts(settlement.parts);
  const lines = await bought.of(
    tx,
    parts.map(({ subject }) => subject),
  );
  const { file } = await regulatedCase(tx, settlement.caseId, ports);
  const cause = file?.categoryCode;
  const authorisation = authoriseReturn(settlement, {
    ...{ bought: lines, policy: await policies.of(tx), now, id: newId(), lineIds: parts.map(() => newId()) },
    ...(cause === undefined ? {} : { cause }),
  });
  if (authorisation !== undefined) await returns.add(tx, authorisation, [{ type: 'ReturnAuthorised', at: now }]);
}

/** Goods that came already are not lost with the settlement: somebody decides what becomes of them. */
async function cancelReturn(
  tx: TenantTransaction,
  settlement: Settlement,
  event: SettlementEvent,
  { returns, exceptions }: AuthorisationPorts,
): Promise<void> {
  const before = await returns.lockOfSettlement(tx, settlement.id);
  if (before === undefined || returnStates.next(before.state, 'cancel') === undefined) return;
  const { at } = event;
  const by = 'by' in event ? event.by : systemActor(tx.tenantId, 'finance').subject;
  const lines = before.lines.map((line) => ({ ...line, complete: true }));
  const after = { ...before, state: 'CANCELLED', closedAt: at, closedBy: by, lines } as const;
  const { id: authorisationId, owner } = before;
  const end = { resolution: 'CORRECTED', reason: 'FINANCE_RETURN_CANCELLED', by, at } as const;
  // Nothing is expected any more, and nothing was paid that could differ.
  const settled = before.lines.flatMap(({ id }) => [MATTER.difference(id), MATTER.overdue(id)]);
  await exceptions.endOf(tx, [...settled, MATTER.paid(authorisationId)], end);
  await exceptions.raise(
    tx,
    before.lines
      .filter((line) => actualOf(line) > 0n)
      .map((line) => ({
        ...{ kind: 'CANCELLED_WITH_GOODS', matter: MATTER.cancelled(line.id), authorisationId, owner, raisedAt: at },
        ...{ returnLineId: line.id, quantity: actualOf(line) },
      })),
  );
  await returns.save(tx, { before, after, events: [{ type: 'ReturnCancelled', at, by }] });
}
