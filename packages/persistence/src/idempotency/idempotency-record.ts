import type { Outcome } from '@redress/kernel';
import { refuse } from '@redress/kernel';
import type { Database, TenantTransaction } from '../database';
import type { CommandIdentity } from './command-identity';

/** The same key was used before with another request. */
export type IdempotencyConflict = 'IDEMPOTENCY_CONFLICT';

const TABLE = 'idempotency_record';
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** What is known about an earlier call. */
export interface IdempotencyRecord {
  readonly request_digest: Buffer;
  readonly result: string;
}

/** Stores the answer together with the command's effects; returns it as a later call will see it. */
export function record<T>(tx: TenantTransaction, identity: CommandIdentity, value: T): T {
  const now = new Date();
  const result = JSON.stringify({ value });
  tx.insertAtCommit(TABLE, [
    {
      key_digest: identity.keyDigest,
      operation: identity.operation,
      request_digest: identity.requestDigest,
      result,
      created_at: now,
      expires_at: identity.keepForEver ? null : new Date(now.getTime() + KEPT_MS),
    },
  ]);
  return parseResult<T>(result);
}

/** The committed record of the command's key. */
export async function findRecord(
  db: Database,
  { tenantId, keyDigest }: CommandIdentity,
): Promise<IdempotencyRecord | undefined> {
  const [found] = await db
    .reader(tenantId)
    .query<IdempotencyRecord>(
      `SELECT request_digest, result FROM ${TABLE} WHERE tenant_id = :tenantId AND key_digest = :keyDigest`,
      { keyDigest },
    );
  return found;
}

/** The stored answer, or the refusal when the request was another one. */
export function answerOf<T>(
  earlier: IdempotencyRecord,
  { requestDigest }: CommandIdentity,
): Outcome<T, IdempotencyConflict> {
  if (!requestDigest.equals(earlier.request_digest))
    return refuse({ code: 'IDEMPOTENCY_CONFLICT', path: ['idempotencyKey'] });
  return { ok: true, value: parseResult<T>(earlier.result) };
}

/** The value is wrapped, since JSON has no text for undefined. */
function parseResult<T>(result: string): T {
  return (JSON.parse(result) as { value: T }).value;
}
