import { accept, newId, refuse, type Actor, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { visibilityOf } from '../../access/access.rules';
import type { RegulatedCaseOf } from '../../paper/model/regulated-case.repository';
import type { SettlementRepository } from '../../settlement/model/settlement.repository';
import { evidenceRules } from '../model/evidence-rule.model';
import type { EvidenceRefusal } from '../model/evidence.errors';
import { EVIDENCE_AT_MOST, TICKET_VALID_MS } from '../model/evidence.model';
import type { EvidenceRepository } from '../model/evidence.repository';
import { attachmentProblem, fileProblems, type AddEvidence } from './add-evidence.policy';

export interface AddEvidencePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly settlements: SettlementRepository;
  readonly evidence: EvidenceRepository;
  readonly regulatedCaseOf: RegulatedCaseOf;
}

/** A ticket as it is kept for repeated calls; the moment as RFC 3339. */
export interface Ticket {
  readonly evidenceId: string;
  readonly expiresAt: string;
}

type Giver = Actor & { readonly customerId?: string };

/** Gives a ticket with which one file may be attached to a settlement. */
export function addEvidence(
  command: AddEvidence,
  giver: Giver,
  idempotencyKey: string,
  ports: AddEvidencePorts,
): Promise<CommandResult<Ticket, EvidenceRefusal>> {
  const { tenantId, subject } = giver;
  const call = { tenantId, operation: 'addEvidence', subject, idempotencyKey, request: command };
  return executeCommand<Ticket, EvidenceRefusal>(ports.database, call, (tx) => giveTicket(tx, command, giver, ports));
}

async function giveTicket(
  tx: TenantTransaction,
  command: AddEvidence,
  giver: Giver,
  { settlements, evidence, regulatedCaseOf, clock }: AddEvidencePorts,
): Promise<Outcome<Ticket, EvidenceRefusal>> {
  const [problem, ...others] = fileProblems(command);
  if (problem !== undefined) return refuse(problem, ...others);
  const settlement = await settlements.lock(tx, command.settlementId);
  if (settlement === undefined || !belongsTo(settlement.customerId, giver)) {
    return refuse({ code: 'NOT_FOUND', path: ['input', 'settlementId'] });
  }
  const { regulation } = await regulatedCaseOf(tx, settlement.caseId);
  const unfit = attachmentProblem(command, settlement, evidenceRules(settlement.parts, regulation));
  if (unfit !== undefined) return refuse(unfit);
  const now = clock.now();
  if ((await evidence.countAfterExpiry(tx, settlement.id, now)) >= EVIDENCE_AT_MOST) {
    const limit = { limit: EVIDENCE_AT_MOST };
    return refuse({ code: 'FINANCE_EVIDENCE_TOO_MANY', path: ['input', 'settlementId'], facts: limit, details: limit });
  }
  const id = newId();
  const expiresAt = new Date(now.getTime() + TICKET_VALID_MS);
  await evidence.add(tx, {
    ...{ ...command, id, state: 'REQUESTED', addedBy: giver.subject, addedAt: now, expiresAt },
    version: 1,
  });
  return accept({ evidenceId: id, expiresAt: expiresAt.toISOString() });
}

function belongsTo(customerId: string, giver: Giver): boolean {
  const visibility = visibilityOf(giver);
  return visibility.kind === 'organisation' || (visibility.kind === 'customer' && visibility.customerId === customerId);
}
