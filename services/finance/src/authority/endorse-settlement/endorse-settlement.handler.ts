import { accept, refuse, type Actor, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { SettlementRefusal } from '../../settlement/model/settlement.errors';
import type { Settlement } from '../../settlement/model/settlement.model';
import type { SettlementRepository } from '../../settlement/model/settlement.repository';
import { decidesOnOwnWork, isNotOpenToDecision, wasChangedSince } from '../../settlement/model/settlement.rules';
import { exceedsAuthority } from '../model/authority.rules';
import { capacityOf, isEntitled } from '../model/ruling.model';
import { examineLocked, involvedIn, questionOf, signatoryOf } from '../rule-on-approval/examine-settlement.handler';
import {
  hasSigned,
  isBlocked,
  sign,
  signaturesOf,
  type AuthorityDependencies,
} from '../rule-on-approval/rule-on-approval.handler';

export interface EndorseSettlement {
  readonly endorser: Actor;
  readonly idempotencyKey: string;
  readonly settlementId: string;
  readonly expectedVersion: number;
  readonly opinion: string;
}

export type EndorsementDependencies = AuthorityDependencies & {
  readonly database: Database;
  readonly settlements: SettlementRepository;
};

const LONGEST_OPINION = 1000;

/** Records what somebody thinks of a settlement, and hands it on to the next whose signature it needs. */
export function endorseSettlement(
  { endorser, idempotencyKey, settlementId, expectedVersion, opinion }: EndorseSettlement,
  dependencies: EndorsementDependencies,
): Promise<CommandResult<string, SettlementRefusal>> {
  const { tenantId, subject } = endorser;
  const request = { settlementId, expectedVersion, opinion };
  const command = { tenantId, operation: 'endorseSettlement', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, SettlementRefusal>(dependencies.database, command, async (tx) => {
    const settlement = await dependencies.settlements.lock(tx, settlementId);
    if (settlement === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'settlementId'] });
    const unfit = cannotBeEndorsed(settlement, { subject, expectedVersion, opinion });
    if (unfit !== undefined) return refuse(unfit);
    const examination = await examineLocked(tx, settlement, dependencies);
    const signatures = examination?.signatures ?? (await signaturesOf(tx, settlementId, dependencies));
    const blocked = hasSigned(settlement, signatures, endorser) ?? isBlocked(examination);
    if (blocked !== undefined) return refuse(blocked);
    const at = dependencies.clock.now();
    const question = examination === undefined ? undefined : questionOf(examination, at);
    if (examination === undefined || question === undefined) {
      return refuse({ code: 'FINANCE_NO_MATRIX', path: ['input', 'settlementId'] });
    }
    const person = await signatoryOf(tx, endorser, involvedIn(examination), at, dependencies);
    if (!isEntitled(question, person)) return refuse(exceedsAuthority(question, person));
    const as = capacityOf(question, person);
    await sign(tx, { question, settlement, person, as, at, opinion: opinion.trim() }, dependencies);
    return accept(settlementId);
  });
}

function cannotBeEndorsed(
  settlement: Settlement,
  {
    subject,
    expectedVersion,
    opinion,
  }: { readonly subject: string; readonly expectedVersion: number; readonly opinion: string },
): Refusal<SettlementRefusal> | undefined {
  const refusal =
    isNotOpenToDecision(settlement) ??
    wasChangedSince(settlement, expectedVersion) ??
    decidesOnOwnWork(settlement, subject);
  if (refusal !== undefined) return refusal;
  if (opinion.trim() !== '' && opinion.length <= LONGEST_OPINION) return undefined;
  return { code: 'FINANCE_OPINION_REQUIRED', path: ['input', 'opinion'], details: { limit: LONGEST_OPINION } };
}
