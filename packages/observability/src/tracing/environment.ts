/** Whether the standard OpenTelemetry variables name a collector and none of them switches tracing off. */
export function spansAreExported(environment: NodeJS.ProcessEnv = process.env): boolean {
  const endpoint = environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? environment.OTEL_EXPORTER_OTLP_ENDPOINT;
  return (
    endpoint !== undefined &&
    endpoint !== '' &&
    environment.OTEL_SDK_DISABLED?.toLowerCase() !== 'true' &&
    environment.OTEL_TRACES_EXPORTER !== 'none'
  );
}
