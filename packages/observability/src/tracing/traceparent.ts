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

/** A fresh trace with random ids. */
export function newSpanContext(sampled: boolean): SpanContext {
  const bytes = randomFillSync(Buffer.allocUnsafe(24)).toString('hex');
  return {
    traceId: bytes.slice(0, 32),
    spanId: bytes.slice(32),
    traceFlags: sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
  };
}
