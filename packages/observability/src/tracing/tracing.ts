import { trace } from '@opentelemetry/api';
import { spansAreExported } from './environment';
import { setExporting } from './exporting';
import { openExporter } from './span-exporter';

/** A running exporter of spans, or nothing when none is configured. */
export interface Tracing {
  readonly enabled: boolean;
  /** Sends what is buffered and stops; call it late in the shutdown. */
  shutdown(): Promise<void>;
}

/**
 * Exports spans over OTLP/HTTP when `OTEL_EXPORTER_OTLP_ENDPOINT` (or `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`) is set and
 * neither `OTEL_SDK_DISABLED=true` nor `OTEL_TRACES_EXPORTER=none` says otherwise. Headers, sampler, batch sizes and
 * resource attributes follow the standard `OTEL_*` variables. An unreachable collector never disturbs a request.
 */
export async function startTracing({ service }: { service: string }): Promise<Tracing> {
  if (!spansAreExported()) return { enabled: false, shutdown: () => Promise.resolve() };
  const provider = await openExporter(service);
  setExporting(true);
  return {
    enabled: true,
    shutdown: async () => {
      setExporting(false);
      trace.disable();
      // The last batch is lost when the collector is away; that must not turn a clean end into a failed one.
      await provider.shutdown().catch(() => undefined);
    },
  };
}
