import { createHash } from 'node:crypto';
import { canonicalJson } from '@redress/kernel';

/** A command as its record knows it. */
export interface CommandIdentity {
  readonly tenantId: string;
  readonly operation: string;
  readonly keyDigest: Buffer;
  readonly requestDigest: Buffer;
  readonly keepForEver: boolean;
}

/** Digests of who calls what under which key, and of the request; neither can be read back from the record. */
export function identify(command: {
  readonly tenantId: string;
  readonly operation: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly request: unknown;
  readonly keepForEver?: boolean;
}): CommandIdentity {
  const { tenantId, operation, subject, idempotencyKey, request, keepForEver = false } = command;
  if (idempotencyKey === '') throw new Error('the idempotency key is empty');
  return {
    tenantId,
    operation,
    keyDigest: digest(canonicalJson([operation, subject, idempotencyKey])),
    requestDigest: digest(canonicalJson(request ?? null)),
    keepForEver,
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
