import { context, isSpanContextValid, ROOT_CONTEXT, trace, type Context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { formatTraceparent, newSpanContext, parseTraceparent } from './traceparent';
import { isExporting } from './exporting';

// The trace id must follow a request through promises even where no spans are exported, for the logs and for events.
// A manager that is registered already, for example by a preloaded agent, is left in place.
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());

/** Runs `work` in the trace that the W3C header names, or in a new trace when the header is missing or malformed. */
export function withTraceContext<T>(traceparent: string | undefined, work: () => T): T {
  return context.with(contextOf(traceparent), work);
}

/** The W3C `traceparent` to send along with a request or an event; `undefined` outside any trace. */
export function currentTraceparent(): string | undefined {
  const current = trace.getSpanContext(context.active());
  return current === undefined || !isSpanContextValid(current) ? undefined : formatTraceparent(current);
}

/** The 32 hex digits that name the current trace in logs and in errors shown to callers; `undefined` outside any trace. */
export function currentTraceId(): string | undefined {
  const current = trace.getSpanContext(context.active());
  return current === undefined || !isSpanContextValid(current) ? undefined : current.traceId;
}

function contextOf(traceparent: string | undefined): Context {
  return trace.setSpanContext(ROOT_CONTEXT, parseTraceparent(traceparent) ?? newSpanContext(isExporting()));
}
