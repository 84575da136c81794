import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Behaviour } from './behaviour.model';
import type { PaymentLog } from './payment-log.repository';
import { sameOrder, type PaymentOrder, type PaymentRecord } from './payment.model';

/** What came of a request to pay: the record under its key, nothing yet, or a key that already stands for another order. */
export type Payment =
  | { readonly kind: 'recorded'; readonly record: PaymentRecord; readonly replayed: boolean }
  | { readonly kind: 'not-recorded' }
  | { readonly kind: 'key-conflict' };

/** Pays at most once for each key, also when requests with one key arrive at the same time. */
export class Provider {
  private readonly underWay = new Map<string, Promise<PaymentRecord>>();

  constructor(private readonly log: PaymentLog) {}

  async pay(key: string, order: PaymentOrder, behaviour: Behaviour): Promise<Payment> {
    const earlier = this.log.find(key) ?? (await this.underWay.get(key));
    if (earlier !== undefined) {
      return sameOrder(earlier, order)
        ? { kind: 'recorded', record: earlier, replayed: true }
        : { kind: 'key-conflict' };
    }
    if (behaviour.mode === 'ERROR_BEFORE' || behaviour.mode === 'NO_ANSWER_UNPAID') return { kind: 'not-recorded' };
    const recording = this.record(key, order, behaviour);
    this.underWay.set(key, recording);
    try {
      return { kind: 'recorded', record: await recording, replayed: false };
    } finally {
      this.underWay.delete(key);
    }
  }

  private async record(key: string, order: PaymentOrder, behaviour: Behaviour): Promise<PaymentRecord> {
    if (behaviour.delayMs > 0) await wait(behaviour.delayMs);
    const declined = behaviour.mode === 'DECLINE';
    const record: PaymentRecord = {
      ...order,
      id: `pay_${randomUUID()}`,
      key,
      status: declined ? 'DECLINED' : 'SUCCEEDED',
      ...(declined ? { reason: 'ACCOUNT_CLOSED' } : {}),
      createdAt: new Date().toISOString(),
    };
    await this.log.append(record);
    return record;
  }
}
