import { accept, refuse } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import type { FulfilmentRefusal } from '../model/fulfilment.errors';
import { confirmFulfilment as decide } from '../model/fulfilment.model';
import type { FulfilmentDependencies } from '../order-fulfilment/order-fulfilment.handler';

export interface ConfirmFulfilment {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly fulfilmentId: string;
  readonly proof: string;
  readonly expectedVersion: number;
}

const LONGEST_PROOF = 500;

/** Records that a department has done what it was to do, with the proof of it. The answer is the fulfilment's id. */
export async function confirmFulfilment(
  { tenantId, subject, idempotencyKey, fulfilmentId, proof, expectedVersion }: ConfirmFulfilment,
  { database, fulfilments, clock }: Pick<FulfilmentDependencies, 'database' | 'fulfilments' | 'clock'>,
): Promise<CommandResult<string, FulfilmentRefusal>> {
  const text = proof.trim();
  if (text === '' || text.length > LONGEST_PROOF) {
    const details = { limit: LONGEST_PROOF };
    return { outcome: refuse({ code: 'INPUT_INVALID', path: ['input', 'proof'], details }), replayed: false };
  }
  const request = { fulfilmentId, proof: text, expectedVersion };
  const command = { tenantId, operation: 'confirmFulfilment', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, FulfilmentRefusal>(database, command, async (tx) => {
    const fulfilment = await fulfilments.lock(tx, fulfilmentId);
    if (fulfilment === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'fulfilmentId'] });
    const { version: currentVersion } = fulfilment;
    if (currentVersion !== expectedVersion) {
      const path = ['input', 'expectedVersion'];
      return refuse({ code: 'VERSION_CONFLICT', path, retryable: true, details: { currentVersion } });
    }
    const decision = decide(fulfilment, { by: subject, at: clock.now(), proof: text });
    if (!decision.ok) return decision;
    await fulfilments.save(tx, decision.value);
    return accept(fulfilmentId);
  });
}
