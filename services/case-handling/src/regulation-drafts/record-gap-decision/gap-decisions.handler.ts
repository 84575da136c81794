import { accept, refuse, type Actor, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { Regulation } from '@redress/regulations';
import { inForceAt, regulationOf, type Adoption } from '../../adoption/model/adoption.model';
import type { AdoptionRepository } from '../../adoption/model/adoption.repository';
import type { StaffRepository } from '../../staff/model/staff.repository';
import type { DraftRefusalCode } from '../model/draft.errors';
import type { GapDecisionRepository } from '../model/gap-decision.repository';
import { unfitGapText } from '../model/gap.rules';
import { isAmong } from '../model/performing.rules';

export interface GapDependencies {
  readonly database: Database;
  readonly adoptions: AdoptionRepository;
  readonly gapDecisions: GapDecisionRepository;
  readonly staff: Pick<StaffRepository, 'standingOf'>;
  readonly clock: Clock;
  readonly newId: () => string;
}

export interface RecordGapDecision {
  /** Null for a case whose id cannot be one; absent where the matter is none of a case. */
  readonly caseId?: string | null;
  readonly matter: string;
  readonly decision: string;
}

export type GapResult = CommandResult<{ readonly gapDecisionId: string }, DraftRefusalCode>;

/** Records how a matter that the regulation does not cover was decided; by whom the regulation lets decide it. */
export function recordGapDecision(
  dependencies: GapDependencies,
  actor: Actor,
  idempotencyKey: string,
  command: RecordGapDecision,
): Promise<GapResult> {
  const { database, adoptions, gapDecisions, clock } = dependencies;
  const { tenantId, subject } = actor;
  const identity = { tenantId, subject, operation: 'recordGapDecision', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const { caseId, matter, decision } = command;
    const unfit = unfitGapText('matter', matter) ?? unfitGapText('decision', decision);
    if (unfit !== undefined) return refuse(unfit);
    const now = clock.now();
    const adoption =
      caseId === undefined ? inForceAt(await adoptions.all(tx), now) : await adoptionOfCase(dependencies, tx, caseId);
    if (adoption === 'NO_CASE') return refuse({ code: 'NOT_FOUND', path: ['input', 'caseId'] });
    const gaps = adoption === undefined ? undefined : regulationOf(adoption).gaps;
    if (adoption === undefined || gaps === undefined) return refuse({ code: 'CASE_GAP_NOT_REGULATED' });
    if (
      !(await mayAct(dependencies, tx, actor, { performers: gaps.decidedBy, regulation: regulationOf(adoption), now }))
    ) {
      return refuse({ code: 'CASE_GAP_NOT_YOURS', details: { allowed: gaps.decidedBy } });
    }
    const of = { adoptionId: adoption.id, ...(typeof caseId === 'string' ? { caseId } : {}) };
    const id = dependencies.newId();
    await gapDecisions.add(tx, { id, version: 1, ...of, matter, decision, decidedBy: subject, decidedAt: now });
    return accept({ gapDecisionId: id });
  });
}

/** Approves and files a decision on a gap; never one's own. */
export function approveGapDecision(
  dependencies: GapDependencies,
  actor: Actor,
  idempotencyKey: string,
  command: { readonly gapDecisionId: string | undefined; readonly expectedVersion: number },
): Promise<GapResult> {
  const { database, adoptions, gapDecisions, clock } = dependencies;
  const { tenantId, subject } = actor;
  const identity = { tenantId, subject, operation: 'approveGapDecision', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const { gapDecisionId: id, expectedVersion } = command;
    const found = id === undefined ? undefined : await gapDecisions.find(tx, id);
    if (found === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'gapDecisionId'] });
    const conflict = { code: 'VERSION_CONFLICT', details: { currentVersion: found.version } } as const;
    if (found.version !== expectedVersion) return refuse(conflict);
    if (found.approvedAt !== undefined) return refuse({ code: 'CASE_GAP_APPROVED_ALREADY' });
    const adoption = await adoptions.find(tx, found.adoptionId);
    const gaps = adoption === undefined ? undefined : regulationOf(adoption).gaps;
    if (adoption === undefined || gaps === undefined) return refuse({ code: 'CASE_GAP_NOT_REGULATED' });
    const now = clock.now();
    const isEntitled = await mayAct(dependencies, tx, actor, {
      performers: gaps.approvedBy,
      regulation: regulationOf(adoption),
      now,
    });
    if (!isEntitled || found.decidedBy === subject) {
      return refuse({ code: 'CASE_GAP_NOT_YOURS', details: { allowed: gaps.approvedBy } });
    }
    const isStored = await gapDecisions.approve(tx, found, { approvedBy: subject, approvedAt: now });
    return isStored ? accept({ gapDecisionId: found.id }) : refuse(conflict);
  });
}

async function adoptionOfCase(
  { adoptions, gapDecisions }: GapDependencies,
  tx: TenantTransaction,
  caseId: string | null,
): Promise<Adoption | undefined | 'NO_CASE'> {
  const adoptionId = caseId === null ? undefined : await gapDecisions.adoptionOfCase(tx, caseId);
  if (adoptionId === undefined) return 'NO_CASE';
  return adoptionId === null ? undefined : adoptions.find(tx, adoptionId);
}

async function mayAct(
  { staff }: GapDependencies,
  tx: TenantTransaction,
  { subject, roles }: Actor,
  { performers, regulation, now }: { performers: readonly string[]; regulation: Regulation; now: Date },
): Promise<boolean> {
  return isAmong(performers, regulation, { roles, parties: (await staff.standingOf(tx, subject, now)).parties });
}
