import {
  caseClosed,
  consentRecorded,
  resolutionApproved,
  settlementReturned,
  type EventData,
  type EventDefinition,
} from '@redress/contracts';
import { newId } from '@redress/kernel';
import { appendEvents, messagingMigrations, openMessaging, type Messaging } from '@redress/messaging';
import { createLogger } from '@redress/observability';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { migratedDatabase } from '@redress/testkit';

type Remedy = EventData<typeof resolutionApproved>['remedies'][number];

export const logger = createLogger({ service: 'finance-test', level: 'silent' });

/** A producer that publishes to the real stream of case-handling what a case would tell. */
export class FakeCaseHandling {
  private constructor(
    private readonly database: Database,
    private readonly messaging: Messaging,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(natsUrl: string, streamPrefix?: string): Promise<FakeCaseHandling> {
    const schema = await migratedDatabase([persistenceMigrations, messagingMigrations], migrate);
    const { url } = schema;
    const database = await openDatabase({ url, rows: [], poolSize: 4 });
    const prefix = streamPrefix === undefined ? {} : { streamPrefix };
    const messaging = openMessaging({ service: 'case-handling', database, natsUrl, logger, ...prefix });
    await messaging.start();
    return new FakeCaseHandling(database, messaging, () => schema.drop());
  }

  openCase(tenantId: string, customerId: string = newId()): FakeCase {
    return new FakeCase(this, tenantId, customerId);
  }

  async append<Definition extends EventDefinition>(
    tenantId: string,
    aggregate: { readonly id: string; readonly version: number },
    definition: Definition,
    data: EventData<Definition>,
  ): Promise<void> {
    await this.database.transaction(tenantId, (tx) => appendEvents(tx, aggregate, [{ definition, data }] as never));
  }

  async stop(): Promise<void> {
    await this.messaging.stop();
    await this.database.close();
    await this.drop();
  }
}

/** One case that tells what happens to it. */
export class FakeCase {
  readonly id = newId();
  readonly complaintId = newId();
  readonly proposedBy = `handler-${newId().slice(-6)}`;
  readonly approvedBy = `supervisor-${newId().slice(-6)}`;
  private version = 0;

  constructor(
    private readonly producer: FakeCaseHandling,
    readonly tenantId: string,
    readonly customerId: string,
  ) {}

  /** A remedy in CNY on line 1 of the order, unless told otherwise; `amount` in minor units. */
  static remedy(amount: bigint | number, changes: Partial<Remedy> & { orderNumber?: string } = {}): Remedy {
    const { orderNumber, ...rest } = changes;
    return {
      remedyId: newId(),
      kind: 'REFUND',
      amount: { amountMinor: amount.toString(), currency: 'CNY' },
      ...(orderNumber === undefined ? {} : { orderLine: { orderNumber, lineNumber: 1 } }),
      ...rest,
    };
  }

  async approveResolution(
    remedies: readonly Remedy[],
    resolutionId = newId(),
    at = new Date().toISOString(),
  ): Promise<string> {
    const { customerId, proposedBy, approvedBy: by } = this;
    await this.tell(resolutionApproved, {
      ...this.key(),
      ...{ resolutionId, customerId, proposedBy, by, at },
      categoryCode: 'product-quality',
      remedies: [...remedies],
    });
    return resolutionId;
  }

  consent(resolutionId: string, decision: 'ACCEPTED' | 'OBJECTED' | 'NOT_REQUIRED' = 'ACCEPTED'): Promise<void> {
    return this.tell(consentRecorded, { ...this.key(), ...this.byCustomer(), resolutionId, decision });
  }

  returnSettlement(resolutionId: string, settlementId: string): Promise<void> {
    return this.tell(settlementReturned, {
      ...this.key(),
      ...this.byCustomer(),
      ...{ resolutionId, settlementId, reason: 'FINANCE_CEILING_EXCEEDED' },
    });
  }

  close(outcome: 'RESOLVED' | 'WITHDRAWN'): Promise<void> {
    const closedAt = new Date().toISOString();
    return this.tell(caseClosed, { ...this.key(), ...this.byCustomer(), closedAt, outcome });
  }

  /** Tells any other event of the case. */
  async tell<Definition extends EventDefinition>(definition: Definition, data: EventData<Definition>) {
    this.version += 1;
    await this.producer.append(this.tenantId, { id: this.id, version: this.version }, definition, data);
  }

  /** What every event of the case begins with. */
  key() {
    return { caseId: this.id, complaintId: this.complaintId };
  }

  private byCustomer() {
    return { by: this.customerId, at: new Date().toISOString() };
  }
}
