import { signWebhook, WEBHOOK_SIGNATURE_HEADER } from '@redress/identity';
import { Pause, systemClock } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import { pauseAfter } from '../../correspondence/send-letters/back-off';
import type { ContactCentre } from '../model/contact-centre';
import type { LeasedCall, WorkOrderBook } from '../model/work-order.repository';

/** What the job needs. */
export interface CallCentresOptions {
  readonly centres: readonly ContactCentre[];
  readonly workOrders: WorkOrderBook;
  readonly logger: Logger;
  readonly pollMs: number;
}

const AT_ONCE = 8;
const TIMEOUT_MS = 15_000;
/** Calls go out one after the other: the last of those that were leased together must not lose its lease. */
const LEASE_MS = (AT_ONCE + 1) * TIMEOUT_MS;

/** Tells contact centres what became of their orders, at least once each, until it is stopped. */
export function callCentresJob({ centres, workOrders, logger, pollMs }: CallCentresOptions) {
  const pause = new Pause();
  let stopping = false;
  let running: Promise<void> | undefined;

  async function round(): Promise<void> {
    for (let some = true; some && !stopping;) {
      const calls = await workOrders.leaseCalls(AT_ONCE, LEASE_MS);
      for (const call of calls) {
        const error = await told(call, centres);
        const retryInMs = error === undefined ? undefined : pauseAfter(call.failures + 1);
        await workOrders.recordCall(call, error === undefined ? {} : { error, ...(retryInMs ? { retryInMs } : {}) });
      }
      some = calls.length > 0;
    }
  }

  async function run(): Promise<void> {
    while (!stopping) {
      await round().catch((error: unknown) => logger.warn({ error }, 'contact centres could not be told'));
      await pause.wait(pollMs);
    }
  }

  return {
    name: 'work orders',
    start() {
      if (centres.length > 0) running ??= run();
      return Promise.resolve();
    },
    async stop() {
      stopping = true;
      pause.end();
      await running;
    },
  };
}

/** Calls a centre; answers what went wrong. */
async function told({ tenantId, id, centre, body }: LeasedCall, centres: readonly ContactCentre[]) {
  const to = centres.find(({ tenant, key }) => tenant === tenantId && key === centre);
  const [secret] = to?.secrets ?? [];
  if (to?.outbound === undefined || secret === undefined) return 'NO_ADDRESS';
  const bytes = Buffer.from(body);
  const response = await fetch(to.outbound, {
    method: 'POST',
    redirect: 'error',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': id,
      [WEBHOOK_SIGNATURE_HEADER]: signWebhook(secret, bytes, systemClock.now()),
    },
    body: bytes,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => undefined);
  if (response === undefined) return 'CENTRE_AWAY';
  await response.body?.cancel();
  return response.ok ? undefined : `CENTRE_${response.status}`;
}
