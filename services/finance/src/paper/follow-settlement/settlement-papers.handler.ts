import { systemActor } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { SettlementListener } from '../../settlement/model/settlement-hooks.policy';
import type { SettlementEvent } from '../../settlement/model/settlement.events';
import type { Settlement } from '../../settlement/model/settlement.model';
import { drawUpPaper, type DrawUpPaper, type DrawUpPaperPorts } from '../draw-up-paper/draw-up-paper.handler';
import type { PaperKind } from '../model/paper-kind.model';
import type { Paper } from '../model/paper.model';
import { field, WORDS } from '../model/paper-words.model';
import { settlementFields, settlementLines, slipFields } from './settlement-content.policy';
import { approversOf, isCredited, papersBeforeDecision } from './settlement-papers.policy';

const OF_THE_DECISION: readonly PaperKind[] = [
  'APPROVAL_SHEET',
  'SALES_ALLOWANCE_CERTIFICATE',
  'SALES_RETURN_CERTIFICATE',
];
const OF_THE_MONEY: readonly PaperKind[] = [...OF_THE_DECISION, 'CREDIT_NOTE', 'PAYMENT_ADVICE'];
/** Goods that came back under a slip came back, whatever becomes of the money. */
const OF_THE_PROMISE: readonly PaperKind[] = [...OF_THE_MONEY, 'RETURN_SLIP'];

type Changes = Pick<DrawUpPaper, 'approvers' | 'supersedes'> & { readonly more?: DrawUpPaper['fields'] };

/** Draws up the papers of a settlement as it goes on, and makes them void when it comes to nothing or changes. */
export function settlementPapers(ports: DrawUpPaperPorts): SettlementListener {
  return {
    hears: [
      'SettlementReleased',
      'SettlementAdjusted',
      'SettlementApproved',
      'SettlementCompleted',
      'SettlementRejected',
      'SettlementCancelled',
      'SettlementFailed',
    ],
    async hear(tx, settlement, event) {
      switch (event.type) {
        case 'SettlementReleased':
          return drawUpForDecision(tx, settlement, event, undefined, ports);
        case 'SettlementAdjusted':
          return drawUpForDecision(
            tx,
            settlement,
            event,
            await makeVoid(tx, settlement, event, OF_THE_DECISION, ports),
            ports,
          );
        case 'SettlementApproved':
          if (isCredited(settlement)) await draw(tx, settlement, event, 'CREDIT_NOTE', {}, ports);
          return;
        case 'SettlementCompleted': {
          const more = [field(WORDS.paymentReference, event.providerReference)];
          return draw(tx, settlement, event, 'PAYMENT_ADVICE', { more }, ports);
        }
        case 'SettlementRejected':
        case 'SettlementCancelled':
          await makeVoid(tx, settlement, event, OF_THE_PROMISE, ports);
          return;
        case 'SettlementFailed':
          await makeVoid(tx, settlement, event, OF_THE_MONEY, ports);
          return;
        case 'SettlementProposed':
        case 'SettlementRefused':
        case 'InstalmentsPlanned':
        case 'PaymentAttempted':
      }
    },
  };
}

async function drawUpForDecision(
  tx: TenantTransaction,
  settlement: Settlement,
  event: SettlementEvent,
  earlier: readonly Paper[] | undefined,
  ports: DrawUpPaperPorts,
): Promise<void> {
  const { regulation, cause } = await ports.regulatedCaseOf(tx, settlement.caseId);
  const wanted = papersBeforeDecision(settlement, regulation);
  // A slip says what was authorised, which an adjustment does not change.
  for (const kind of earlier === undefined ? wanted : wanted.filter((each) => OF_THE_DECISION.includes(each))) {
    const supersedes = earlier?.find((paper) => paper.kind === kind)?.id;
    const approvers = kind === 'APPROVAL_SHEET' ? approversOf(settlement, regulation) : [];
    const more = kind === 'RETURN_SLIP' ? slipFields(settlement, cause) : [];
    await draw(
      tx,
      settlement,
      event,
      kind,
      { approvers, more, ...(supersedes === undefined ? {} : { supersedes }) },
      ports,
    );
  }
}

async function draw(
  tx: TenantTransaction,
  settlement: Settlement,
  event: SettlementEvent,
  kind: PaperKind,
  { more = [], ...changes }: Changes,
  ports: DrawUpPaperPorts,
): Promise<void> {
  const { id, caseId, customerId, amount } = settlement;
  const paper: DrawUpPaper = {
    kind,
    source: { kind: 'SETTLEMENT', id },
    settlementId: id,
    ...{ caseId, customerId, amount },
    fields: [...settlementFields(settlement, kind), ...more],
    lines: settlementLines(settlement, kind),
    at: event.at,
    by: byOf(tx, event),
    ...changes,
  };
  await drawUpPaper(tx, paper, ports);
}

async function makeVoid(
  tx: TenantTransaction,
  { id, reason }: Settlement,
  event: SettlementEvent,
  kinds: readonly PaperKind[],
  { papers, calendar }: DrawUpPaperPorts,
): Promise<readonly Paper[]> {
  const inForce = await papers.lockInForce(tx, id, kinds);
  if (inForce.length === 0) return inForce;
  const why = 'reason' in event ? event.reason : reason;
  const localTime = await calendar.localTimeOf(tx, event.at);
  for (const paper of inForce) {
    const mark = { kind: 'VOIDED', place: '', by: byOf(tx, event), at: event.at, localTime } as const;
    await papers.mark(tx, paper, { ...mark, ...(why === undefined ? {} : { note: why }) });
  }
  return inForce;
}

function byOf({ tenantId }: TenantTransaction, event: SettlementEvent): string {
  return 'by' in event ? event.by : systemActor(tenantId, 'finance').subject;
}
