import { accept, refuse, type Actor, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { EvidenceRefusal } from '../model/evidence.errors';
import type { EvidenceRepository } from '../model/evidence.repository';
import { decideVerdict } from './verify-evidence.decide';

export interface VerifyEvidence {
  readonly verifier: Actor;
  readonly idempotencyKey: string;
  readonly evidenceId: string;
  readonly expectedVersion: number;
  readonly accepted: boolean;
  readonly reason: string;
}

export interface VerifyEvidencePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly evidence: EvidenceRepository;
}

/** Accepts or refuses evidence. The answer is its id. */
export function verifyEvidence(
  { verifier, idempotencyKey, evidenceId, expectedVersion, accepted, reason }: VerifyEvidence,
  { database, clock, evidence }: VerifyEvidencePorts,
): Promise<CommandResult<string, EvidenceRefusal>> {
  const { tenantId, subject } = verifier;
  const request = { evidenceId, expectedVersion, accepted, reason };
  const call = { tenantId, operation: 'verifyEvidence', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, EvidenceRefusal>(database, call, async (tx) => {
    const found = await evidence.lock(tx, evidenceId);
    if (found === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'evidenceId'] });
    const verdict = decideVerdict(found, { subject, expectedVersion, accepted, reason, now: clock.now() });
    if (!verdict.ok) return verdict;
    await evidence.saveVerdict(tx, verdict.value);
    return accept(evidenceId);
  });
}
