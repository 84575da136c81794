import { randomFillSync } from 'node:crypto';
import { TraceFlags, type SpanContext } from '@opentelemetry/api';

const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

/** Reads a W3C `traceparent` header; `undefined` when it is missing or malformed, so that the caller starts a new trace. */
export function parseTraceparent(header: string | undefined): SpanContext | undefined {
  if (header === undefined || header.length > 512) return undefined;
  const match = TRACEPARENT.exec(header.trim());
  if (match === null) return undefined;
  const [, traceId = '', spanId = '', flags = '00'] = match;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true };
}

/** Whether the text is a well-formed W3C `traceparent`. */
export function isTraceparent(header: string): boolean {
  return parseTraceparent(header) !== undefined;
}

/** Writes a span's place in its trace as a W3C `traceparent` header. */
export function formatTraceparent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${(traceFlags & TraceFlags.SAMPLED).toString(16).padStart(2, '0')}`;
}

const ID_BYTES = 24;
// Drawn in advance: one call for many ids costs hardly more than one call for one.
const entropy = Buffer.alloc(ID_BYTES * 128);
let used = entropy.length;

/** A fresh trace with random ids. */
export function newSpanContext(sampled: boolean): SpanContext {
  if (used + ID_BYTES > entropy.length) {
    randomFillSync(entropy);
    used = 0;
  }
  const bytes = entropy.toString('hex', used, used + ID_BYTES);
  used += ID_BYTES;
  return {
    traceId: bytes.slice(0, 32),
    spanId: bytes.slice(32),
    traceFlags: sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
  };
}
