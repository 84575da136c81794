import { money, newId } from '@redress/kernel';
import { createLogger } from '@redress/observability';
import type { Database } from '@redress/persistence';
import { intendPayment, type Payment } from '../../payment/model/payment.model';
import type { PaymentRepository } from '../../payment/model/payment.repository';
import type { BankAccount } from '../model/bank-account.model';
import { DEFAULT_RULES } from '../model/matching-rule.model';
import type { OpenLine, OpenPayment } from '../model/matching.model';
import { matchAutomatically, type MatchingDependencies } from './match-automatically.handler';
import { settleByStatementWith } from './settle-by-statement.handler';

const logger = createLogger({ service: 'finance-test', level: 'silent' });
const KEYS = [newId(), newId(), newId()] as const;
const [, BROKEN] = KEYS;
const account = { id: 'account', provider: 'simulator', currency: 'CNY', rules: DEFAULT_RULES } as BankAccount;

const lines = KEYS.map((key): OpenLine => ({
  id: `line of ${key}`,
  bookedOn: '2026-03-02',
  amountMinor: -500n,
  references: [key],
}));
const unsettled = KEYS.map((key): OpenPayment => ({
  id: key,
  provider: 'simulator',
  paidOn: '',
  amountMinor: 500n,
  names: [key, 'S1'],
}));
const database = {
  reader: () => ({}),
  transaction: (_: string, work: (tx: object) => Promise<unknown>) => work({}),
} as unknown as Database;

/** Stores of payments of which one cannot be read, and those that were settled. */
function desk() {
  const settled: string[] = [];
  const payments = {
    lockById: (_: object, id: string): Promise<Payment> =>
      id === BROKEN
        ? Promise.reject(new Error('unreadable'))
        : Promise.resolve(
            intendPayment({
              ...{ id, settlementId: id, provider: 'simulator', reference: 'S1', beneficiary: 'c' },
              amount: money(500n, 'CNY'),
            }),
          ),
    putBack: () => Promise.resolve(),
  } as unknown as PaymentRepository;
  const follow = (_: object, { id, state }: Payment): Promise<void> => {
    if (state === 'SUCCEEDED') settled.push(id);
    return Promise.resolve();
  };
  return { settled, settle: settleByStatementWith({ database, logger, payments, follow }) };
}

describe('payments that a statement shows', () => {
  it('are settled each by itself: one that fails is named, and the others are done', async () => {
    const { settled, settle } = desk();
    expect(await settle('t', lines, unsettled, account)).toEqual([BROKEN]);
    expect(settled).toEqual([KEYS[0], KEYS[2]]);
  });

  it('leave their run to be tried again where one failed, after every rule was tried', async () => {
    const { settled, settle } = desk();
    const looked: string[] = [];
    const finished: string[] = [];
    const run = (failing: boolean): Promise<boolean> =>
      matchAutomatically({ tenantId: 't', runId: 'run', accountId: 'account', requestedBy: 'clerk', lease: 'l' }, {
        ...{ database, clock: { now: () => new Date(0) }, leaseMs: 1 },
        accounts: { find: () => Promise.resolve(account) },
        runs: { finish: (_: object, { runId }: { runId: string }) => Promise.resolve(finished.push(runId)) },
        settleByStatement: failing ? settle : () => Promise.resolve([]),
        items: {
          providersOf: () => Promise.resolve(['simulator']),
          lines: () => Promise.resolve({ lines, cursor: undefined }),
          unsettledNamed: () => Promise.resolve(unsettled),
          paymentsNamed: () => Promise.resolve(looked.splice(looked.length, 0, 'rule')),
        },
      } as unknown as MatchingDependencies);
    await expect(run(true)).rejects.toThrow('1 payments');
    expect([looked.length, settled.length, finished.length]).toEqual([DEFAULT_RULES.length, 2, 0]);
    expect(await run(false)).toBe(true);
    expect(finished).toEqual(['run']);
  });
});
