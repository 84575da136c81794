import type { Capability, CapabilityFoundations } from '../capability';
import { bankAccountsInMysql } from './adapters/bank-account.repository-mysql';
import { itemOwnershipInMysql } from './adapters/item-ownership-mysql';
import { matchesInMysql } from './adapters/match.repository-mysql';
import { matchingRunsInMysql } from './adapters/matching-run.repository-mysql';
import { openItemsInMysql } from './adapters/open-items-mysql';
import { statementImportsInMysql } from './adapters/statement-import.repository-mysql';
import { statementSourceOverHttp } from './adapters/statement-source-http';
import { statementsInMysql } from './adapters/statement.repository-mysql';
import { AssignUnexplainedResolver } from './assign-unexplained/assign-unexplained.resolver';
import { ExplainLineResolver } from './explain-line/explain-line.resolver';
import { ImportStatementResolver } from './import-statement/import-statement.resolver';
import { matchAutomatically } from './match-automatically/match-automatically.handler';
import { settleByStatementWith } from './match-automatically/settle-by-statement.handler';
import { MatchLinesResolver } from './match-lines/match-lines.resolver';
import { BankAccountsResolver } from './open-bank-account/bank-accounts.resolver';
import { createReconciliationJob, type Turn } from './reconcile-in-background.job';
import { SignReconciliationResolver } from './sign-reconciliation/sign-reconciliation.resolver';
import { takeIn } from './take-in-statement/take-in-statement.handler';
import { ReconciliationResolver } from './view-reconciliation/reconciliation.resolver';
import { BankAccountLoader } from './view-statements/bank-account.loader';
import { StatementImportsResolver } from './view-statements/statement-imports.resolver';
import { StatementLinesResolver, StatementMatchResolver } from './view-statements/statement-lines.resolver';

const LEASE_MS = 120_000;

/** Statements of banks and providers, and what explains their lines. */
export const RECONCILIATION: Capability = {
  resolvers: [
    BankAccountsResolver,
    ImportStatementResolver,
    StatementImportsResolver,
    StatementLinesResolver,
    StatementMatchResolver,
    MatchLinesResolver,
    ExplainLineResolver,
    AssignUnexplainedResolver,
    ReconciliationResolver,
    SignReconciliationResolver,
  ],
  compose(given) {
    const { database, clock } = given.foundations;
    const { calendar } = given.stores;
    const { working, turns, takeInNow } = reconcilingWith(given);
    const job = createReconciliationJob(turns, given.foundations.logger);
    const dependencies = { ...working, wake: () => job.wake() };
    const accounts = new BankAccountLoader(database, (reader) => bankAccountsInMysql.list(reader));
    return {
      instances: [
        new BankAccountsResolver(dependencies),
        new ImportStatementResolver({ ...dependencies, takeInNow }),
        new StatementImportsResolver(database, accounts),
        new StatementLinesResolver(database, accounts, clock, calendar),
        new StatementMatchResolver(database),
        new MatchLinesResolver(dependencies),
        new ExplainLineResolver({ ...dependencies, calendar }),
        new AssignUnexplainedResolver({ database, ownership: itemOwnershipInMysql }),
        new ReconciliationResolver(database, accounts, clock, calendar),
        new SignReconciliationResolver({ database, clock, calendar }, accounts),
      ],
      workers: [{ name: 'reconciliation', start: () => job.start(), stop: () => job.stop() }],
    };
  },
};

function reconcilingWith({
  foundations: { database, clock, logger },
  settings,
  stores,
  paying,
}: CapabilityFoundations) {
  const url = settings.REDRESS_PAYMENT_PROVIDER_URL;
  const timeoutMs = settings.REDRESS_PAYMENT_PROVIDER_TIMEOUT_MS ?? 10_000;
  const working = {
    ...{ database, clock, leaseMs: LEASE_MS },
    accounts: bankAccountsInMysql,
    imports: statementImportsInMysql(database),
    statements: statementsInMysql,
    runs: matchingRunsInMysql(database),
    items: openItemsInMysql,
    matches: matchesInMysql,
    ledger: stores.ledger,
    sources:
      url === undefined
        ? []
        : [statementSourceOverHttp({ url, provider: 'simulator', timeoutMs, database, calendar: stores.calendar })],
    settleByStatement: settleByStatementWith({ database, logger, payments: stores.payments, follow: paying.follow }),
  };
  const takesIn: Turn = async () => {
    const leased = await working.imports.lease(LEASE_MS);
    return leased !== undefined && takeIn(leased, working);
  };
  const matches: Turn = async () => {
    const leased = await working.runs.lease(LEASE_MS);
    return leased !== undefined && matchAutomatically(leased, working);
  };
  const takeInNow = async (tenantId: string, importId: string): Promise<void> => {
    const leased = await working.imports.leaseOne(tenantId, importId, LEASE_MS);
    if (leased === undefined) return;
    // It stays queued, and a worker takes it up when the lease runs out.
    await takeIn(leased, working).catch((error: unknown) => logger.warn({ error, importId }, 'a statement waits'));
  };
  return { working, turns: [takesIn, matches], takeInNow };
}
