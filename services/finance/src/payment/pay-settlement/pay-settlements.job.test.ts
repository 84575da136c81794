import { createLogger } from '@redress/observability';
import type { LeasedPayment } from '../model/payment.repository';
import { createPaymentJob } from './pay-settlements.job';

const logger = createLogger({ service: 'finance-test', level: 'silent' });
const aLease = (paymentId: string): LeasedPayment => ({ tenantId: 't', paymentId, lease: 'l' });

describe('the payment job', () => {
  /** A queue of payments, and steps that end when they are told to. */
  function stage(concurrency = 2) {
    const due: string[] = [];
    const begun: string[] = [];
    const ends = new Map<string, (dueInMs?: number | Error) => void>();
    let changed: () => void = () => undefined;
    const job = createPaymentJob({
      lease: (limit) => Promise.resolve(due.splice(0, limit).map(aLease)),
      payOneStep: ({ paymentId }) =>
        new Promise((resolve, reject) => {
          begun.push(paymentId);
          ends.set(paymentId, (end) => (end instanceof Error ? reject(end) : resolve(end)));
          changed();
        }),
      logger,
      concurrency,
      pollMs: 3_600_000,
    });
    const hasBegun = async (...ids: string[]): Promise<void> => {
      while (!ids.every((id) => begun.includes(id))) await new Promise<void>((resolve) => (changed = resolve));
    };
    return { job, due, begun, end: (id: string, how?: number | Error) => ends.get(id)?.(how), hasBegun };
  }

  it('has no more payments under way than it may, and takes the next when one is done', async () => {
    const { job, due, begun, end, hasBegun } = stage(2);
    due.push('a', 'b', 'c');
    await job.start();
    await hasBegun('a', 'b');
    expect(begun).toEqual(['a', 'b']);
    end('a');
    await hasBegun('c');
    end('b');
    end('c');
    await job.stop();
  });

  it('rests until it is woken, by a commit or by the next step being due', async () => {
    const { job, due, end, hasBegun } = stage();
    await job.start();
    due.push('a');
    job.wake();
    await hasBegun('a');
    due.push('b');
    end('a', 1);
    await hasBegun('b');
    end('b');
    await job.stop();
  });

  it('goes on after a step that failed', async () => {
    const { job, due, end, hasBegun } = stage(1);
    due.push('a', 'b');
    await job.start();
    await hasBegun('a');
    end('a', new Error('the database is away'));
    await hasBegun('b');
    end('b');
    await job.stop();
  });

  it('stops when what is under way is done, and takes nothing new', async () => {
    const { job, due, begun, end, hasBegun } = stage(1);
    due.push('a', 'b');
    await job.start();
    await hasBegun('a');
    const stopped = job.stop();
    end('a');
    await stopped;
    expect(begun).toEqual(['a']);
  });
});
