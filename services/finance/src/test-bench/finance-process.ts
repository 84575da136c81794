import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevelopmentIssuer, parseRequestKeys, type DevelopmentIssuer } from '@redress/identity';
import { newId } from '@redress/kernel';
import { openDatabase, type Database } from '@redress/persistence';
import { freePort, testDatabase } from '@redress/testkit';
import { startProgram, type Program } from './child-process';
import { FakeCaseHandling } from './fake-case-handling';
import { KEYS_TEXT, type FinanceBench, type Person } from './finance-bench';
import { ask } from './graph-client';
import type { SimulatorProcess } from './simulator-process';

const KEYS = parseRequestKeys(KEYS_TEXT);

/** The finance service as it is shipped, in processes that may be killed. */
export class FinanceProcesses {
  private readonly running: Program[] = [];

  private constructor(
    private readonly issuer: DevelopmentIssuer,
    private readonly schema: Awaited<ReturnType<typeof testDatabase>>,
    private readonly environment: Record<string, string>,
    readonly database: Database,
    readonly caseHandling: FakeCaseHandling,
  ) {}

  static async open(
    simulator: SimulatorProcess,
    natsUrl: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<FinanceProcesses> {
    const issuer = await createDevelopmentIssuer({ port: 0 });
    const schema = await testDatabase();
    const environment = {
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      REDRESS_DATABASE_URL: schema.url,
      REDRESS_NATS_URL: natsUrl,
      REDRESS_ISSUER: issuer.issuer,
      REDRESS_JWKS_URL: issuer.jwksUrl ?? '',
      REDRESS_REQUEST_KEYS: KEYS_TEXT,
      REDRESS_CURSOR_KEY: Buffer.alloc(32, 1).toString('base64'),
      REDRESS_PAYMENT_PROVIDER_URL: simulator.url,
      REDRESS_PAYMENT_PROVIDER_TIMEOUT_MS: '400',
      REDRESS_PAYMENT_FIRST_PAUSE_MS: '20',
      REDRESS_ATTACHMENTS_DIRECTORY: await mkdtemp(join(tmpdir(), 'redress-evidence-')),
      REDRESS_PUBLIC_URL: 'http://redress.test',
      ...more,
    };
    const caseHandling = await FakeCaseHandling.start(natsUrl);
    const database = await openDatabase({ url: schema.url, rows: [], poolSize: 4 });
    return new FinanceProcesses(issuer, schema, environment, database, caseHandling);
  }

  /** Starts one more process of the service; with a failpoint it ends itself there. */
  async start(failpoint?: string): Promise<{ readonly program: Program; readonly bench: FinanceBench }> {
    const [port, operationsPort] = [await freePort(), await freePort()];
    const environment = {
      ...this.environment,
      PORT: String(port),
      OPERATIONS_PORT: String(operationsPort),
      ...(failpoint === undefined ? {} : { REDRESS_PAYMENT_FAILPOINT: failpoint }),
    };
    const program = await startProgram('finance', environment, `http://127.0.0.1:${operationsPort}/ready`);
    this.running.push(program);
    const url = `http://127.0.0.1:${port}/graphql`;
    const { database, caseHandling } = this;
    const bench: FinanceBench = {
      ...{ url, database, caseHandling, statements: () => 0, stop: () => program.kill() },
      ask: async (person, query, variables = {}, language = 'en') =>
        ask(url, KEYS, person === undefined ? undefined : await this.tokenFor(person), { query, variables, language }),
    };
    return { program, bench };
  }

  async stop(): Promise<void> {
    for (const program of this.running) if (!program.hasEnded()) await program.kill();
    await this.caseHandling.stop();
    await this.database.close();
    await this.schema.drop();
    await this.issuer.close();
  }

  private tokenFor({ tenant, role, subject = newId(), customer }: Person): Promise<string> {
    const roles = [role];
    return this.issuer.mintToken({ tenantId: tenant, subject, roles, ...(customer && { customerId: customer }) });
  }
}
