import {
  type complaintRegistered,
  settlementCancelled,
  settlementCompleted,
  settlementFailed,
  settlementProposed,
  settlementRefused,
  settlementRejected,
  type EventData,
  type EventDefinition,
  type Producer,
} from '@redress/contracts';
import { newId } from '@redress/kernel';
import { appendEventsOfMany, messagingMigrations, openMessaging, type Messaging } from '@redress/messaging';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { migratedDatabase } from '@redress/testkit';
import { logger, type RunningService } from './running-service';

export type Registered = EventData<typeof complaintRegistered>;

/** A service that publishes to its real stream what a test tells it. */
export class FakeProducer {
  private constructor(
    private readonly database: Database,
    private readonly messaging: Messaging,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(service: Producer, { natsUrl, streamPrefix }: RunningService): Promise<FakeProducer> {
    const schema = await migratedDatabase([persistenceMigrations, messagingMigrations], migrate);
    const { url } = schema;
    const database = await openDatabase({ url, rows: [], poolSize: 4 });
    const messaging = openMessaging({ service, database, natsUrl, logger, streamPrefix });
    await messaging.start();
    return new FakeProducer(database, messaging, () => schema.drop());
  }

  async tell<Definition extends EventDefinition>(
    tenantId: string,
    aggregate: { readonly id: string; readonly version: number },
    definition: Definition,
    data: EventData<Definition>,
  ): Promise<void> {
    await this.tellMany(tenantId, [{ aggregate, events: [{ definition, data }] }]);
  }

  async tellMany(tenantId: string, changes: Parameters<typeof appendEventsOfMany>[1]): Promise<void> {
    await this.database.transaction(tenantId, (tx) => appendEventsOfMany(tx, changes));
  }

  async stop(): Promise<void> {
    await this.messaging.stop();
    await this.database.close();
    await this.drop();
  }
}

/** A complaint as intake would tell it. */
export function aRegistration(changes: Partial<Registered> = {}): Registered {
  const complaintId = newId();
  return {
    complaintId,
    number: `202603-${complaintId.slice(-8)}`,
    customerId: newId(),
    channel: 'PHONE',
    categoryId: newId(),
    categoryCode: 'product-quality',
    orderLine: { orderNumber: 'SO-1', lineNumber: 1 },
    regulation: { id: 'company-24h-3wd-7wd', version: 1 },
    receivedAt: '2026-03-12T02:00:00.000Z',
    registeredAt: '2026-03-12T02:01:00.000Z',
    acknowledgedAt: '2026-03-12T02:01:00.000Z',
    registeredBy: 'an',
    ...changes,
  };
}

/** A settlement that finance drew up for a remedy, and what becomes of it. */
export class FakeSettlement {
  readonly id = newId();
  private version = 0;

  constructor(
    private readonly finance: FakeProducer,
    private readonly tenantId: string,
    private readonly of: {
      readonly caseId: string;
      readonly complaintId: string;
      readonly resolutionId: string;
      readonly remedyId: string;
    },
  ) {}

  private readonly amount = { amountMinor: '50000', currency: 'CNY' };
  private readonly at = '2026-03-12T05:00:00.000Z';

  propose(): Promise<void> {
    return this.tell(settlementProposed, { ...this.key(), ...this.proposal() });
  }

  refuse(reason: string, maximumMinor?: string): Promise<void> {
    const maximum = maximumMinor === undefined ? {} : { maximum: { amountMinor: maximumMinor, currency: 'CNY' } };
    return this.tell(settlementRefused, { ...this.key(), ...this.proposal(), reason, ...maximum });
  }

  reject(): Promise<void> {
    return this.tell(settlementRejected, { ...this.key(), at: this.at, by: 'fang', amount: this.amount });
  }

  cancel(): Promise<void> {
    return this.tell(settlementCancelled, { ...this.key(), at: this.at, by: 'system:finance', amount: this.amount });
  }

  fail(reason: string): Promise<void> {
    return this.tell(settlementFailed, { ...this.key(), at: this.at, amount: this.amount, reason });
  }

  complete(): Promise<void> {
    const { amount, at } = this;
    const rest = { at, amount, instrument: 'REFUND' as const, providerReference: 'p-1' };
    return this.tell(settlementCompleted, { ...this.key(), ...rest });
  }

  private proposal() {
    const { amount, at } = this;
    return { at, number: 'S-1', remedyId: this.of.remedyId, instrument: 'REFUND' as const, amount };
  }

  private key() {
    const { caseId, complaintId, resolutionId } = this.of;
    return { settlementId: this.id, caseId, complaintId, resolutionId };
  }

  private async tell<Definition extends EventDefinition>(definition: Definition, data: EventData<Definition>) {
    this.version += 1;
    await this.finance.tell(this.tenantId, { id: this.id, version: this.version }, definition, data);
  }
}
