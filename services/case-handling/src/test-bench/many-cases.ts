import { join } from 'node:path';
import { fixedClock, newId } from '@redress/kernel';
import { messagingMigrations } from '@redress/messaging';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { findRegulation } from '@redress/regulations';
import { migratedDatabase } from '@redress/testkit';
import { casesInBulk } from '../complaint-case/adapters/cases-in-bulk.repository-mysql';
import { mysqlComplaintCases } from '../complaint-case/adapters/complaint-case.repository-mysql';
import { ComplaintCaseRow } from '../complaint-case/adapters/complaint-case.row';
import type { CasePlan } from '../complaint-case/model/case-plan.model';
import { decideOpening } from '../complaint-case/open-case/open-case.decide';
import { mysqlFallingDue } from '../overdue/adapters/falling-due.repository-mysql';
import type { TimeDependencies } from '../overdue/notice-overdue/notice-overdue.handler';
import { aComplaint, aPlan } from './builders';

const manufacturer = findRegulation('manufacturer-yymmcc');
if (manufacturer === undefined) throw new Error('the regulation ships');

/** The stages of the usual plan, under a regulation that reminds and inquires. */
export const REMINDING_PLAN: CasePlan = {
  ...aPlan,
  regulation: {
    ...aPlan.regulation,
    parties: manufacturer.parties,
    papers: manufacturer.papers,
    overduePapers: manufacturer.overduePapers,
  },
};

const TENANT = 'org-of-many-cases';
const AT_ONCE = 250;
const nobody = { announce: () => undefined };

/** The database of the service with many cases in it, and no process beside those that a test makes. */
export class ManyCases {
  readonly clock = fixedClock('2026-03-12T03:00:00.000Z');

  private constructor(
    readonly database: Database,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(): Promise<ManyCases> {
    const own = join(__dirname, '..', '..', 'migrations');
    const schema = await migratedDatabase([persistenceMigrations, messagingMigrations, own], migrate);
    const { url } = schema;
    const database = await openDatabase({ url, rows: [ComplaintCaseRow] });
    return new ManyCases(database, () => schema.drop());
  }

  /** Opens a case for each receipt, as the consumer of registrations does, many in a transaction. */
  async open(receipts: readonly Date[]): Promise<void> {
    const cases = mysqlComplaintCases(nobody);
    for (let from = 0; from < receipts.length; from += AT_ONCE) {
      const newCases = receipts.slice(from, from + AT_ONCE).map((receivedAt) => {
        const registeredAt = new Date(receivedAt.getTime() + 1_000);
        const complaint = aComplaint({ receivedAt, registeredAt });
        return {
          opening: decideOpening(complaint, { now: registeredAt, newId, plan: REMINDING_PLAN }),
          plan: REMINDING_PLAN,
        };
      });
      await this.database.transaction(TENANT, (tx) => cases.add(tx, newCases));
    }
  }

  /** What a process of the service works with. */
  worker(): TimeDependencies {
    const plan = () => Promise.resolve(REMINDING_PLAN);
    return {
      database: this.database,
      bulk: casesInBulk(nobody),
      fallingDue: mysqlFallingDue(this.database.system),
      plans: { of: plan, binding: plan },
      clock: this.clock,
      newId,
    };
  }

  /**
   * A worker whose process ends in the middle of its work: the first transactions that it begins are carried out,
   * however often the database has them repeated, and no other is committed.
   */
  doomedWorker(transactions: number): TimeDependencies {
    const alive = this.worker();
    const { database } = alive;
    let begun = 0;
    let ended = false;
    const transaction: Database['transaction'] = (tenantId, work) => {
      begun += 1;
      if (begun <= transactions) return database.transaction(tenantId, work);
      return database.transaction(tenantId, async (tx) => {
        if (!ended) await work(tx);
        ended = true;
        throw new Error('the process has ended');
      });
    };
    return { ...alive, database: { ...database, transaction } };
  }

  async count(sql: string, params: Readonly<Record<string, unknown>> = {}): Promise<number> {
    const [row] = await this.database.system.query<{ readonly count: string }>(sql, params);
    return Number(row?.count);
  }

  async stop(): Promise<void> {
    await this.database.close();
    await this.drop();
  }
}
