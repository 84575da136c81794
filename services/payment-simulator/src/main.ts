import { readEnvironment } from './environment';
import { PaymentLog } from './payment-log.repository';
import { buildServer } from './server';

async function main(): Promise<void> {
  const environment = readEnvironment();
  const log = await PaymentLog.open(environment.directory);
  const app = buildServer(log, environment.logLevel);
  const stop = (): void => {
    void app
      .close()
      .then(() => log.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen({ port: environment.port, host: environment.host });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
