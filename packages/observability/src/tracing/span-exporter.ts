import type { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

/**
 * Registers a provider that batches spans to the OTLP endpoint; `OTEL_SERVICE_NAME` wins over the given name. The kit is
 * loaded on demand: most runs export nothing and should not pay for it at their start.
 */
export async function openExporter(service: string): Promise<NodeTracerProvider> {
  const [exporter, resources, base, node] = await Promise.all([
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/sdk-trace-node'),
  ]);
  const resource = resources
    .defaultResource()
    .merge(resources.resourceFromAttributes({ 'service.name': service, 'service.namespace': 'redress' }))
    .merge(resources.detectResources({ detectors: [resources.envDetector] }));
  const provider = new node.NodeTracerProvider({
    resource,
    spanProcessors: [new base.BatchSpanProcessor(new exporter.OTLPTraceExporter())],
  });
  provider.register({ contextManager: null });
  return provider;
}
