import { createHealth, createLogger, onShutdown, startOperationsServer, startTracing } from '@redress/observability';
import { startGateway } from './composition-root';
import { readEnvironment } from './environment';

async function main(): Promise<void> {
  const environment = readEnvironment();
  const logger = createLogger({ service: 'gateway', level: environment.logLevel });
  const tracing = await startTracing({ service: 'gateway' });
  const gateway = await startGateway(environment, logger);
  // A subgraph that is away makes parts of answers null; the gateway itself still has work to do.
  const health = createHealth({ checks: {}, logger });
  const operations = await startOperationsServer({
    port: environment.operationsPort,
    host: environment.host,
    metrics: gateway.metrics,
    health,
  });
  onShutdown(
    [
      ...gateway.closers,
      { name: 'tracing', close: () => tracing.shutdown() },
      { name: 'operations', close: () => operations.close() },
    ],
    { logger, health },
  );
  logger.info({ url: gateway.url }, 'the gateway listens');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
