import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Attributes, type Span } from '@opentelemetry/api';
import { isExporting } from './exporting';
import { withTraceContext } from './trace-context';
import { parseTraceparent } from './traceparent';

/** What a span is called and where it hangs. */
export interface SpanOptions {
  kind?: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  /** Values must be free of personal data: they leave the process. */
  attributes?: Attributes;
  /** Given at a boundary (request or event received): the sender's header, or `null` when it sent none. */
  traceparent?: string | null;
}

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
};

/**
 * Runs `work` in a new span: below the current one, or below the sender's when `traceparent` is given. Without an
 * exporter it only carries the trace id. What `work` throws is recorded by its class name and thrown again.
 */
export async function withSpan<T>(name: string, options: SpanOptions, work: () => Promise<T> | T): Promise<T> {
  if (!isExporting()) {
    return options.traceparent === undefined ? work() : withTraceContext(options.traceparent ?? undefined, work);
  }
  const parent = parentContext(options.traceparent);
  const tracer = trace.getTracer('redress');
  const span = tracer.startSpan(
    name,
    {
      kind: KINDS[options.kind ?? 'internal'],
      ...(options.attributes === undefined ? {} : { attributes: options.attributes }),
    },
    parent,
  );
  try {
    return await context.with(trace.setSpan(parent, span), work);
  } catch (error) {
    recordFailure(span, error);
    throw error;
  } finally {
    span.end();
  }
}

function parentContext(traceparent: string | null | undefined) {
  if (traceparent === undefined) return context.active();
  const sender = parseTraceparent(traceparent ?? undefined);
  return sender === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, sender);
}

/** The message may quote what a customer wrote, so only the class leaves the process. */
function recordFailure(span: Span, error: unknown): void {
  const type = error instanceof Error ? error.name : typeof error;
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', type);
}
