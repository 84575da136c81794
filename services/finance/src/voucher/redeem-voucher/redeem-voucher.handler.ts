import { accept, newId, refuse, type Clock, type Money, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { redemptionEntry } from '../../ledger/model/journal.model';
import type { LedgerRepository } from '../../ledger/model/ledger.repository';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { hashOfCode } from '../model/voucher-code.policy';
import type { VoucherRefusal } from '../model/voucher.errors';
import { redeem } from '../model/voucher.model';
import type { VoucherRepository } from '../model/voucher.repository';

export interface RedeemVoucher {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly code: string;
  readonly amount: Money;
  readonly reference: string;
}

export interface RedeemDependencies {
  readonly database: Database;
  readonly vouchers: VoucherRepository;
  readonly ledger: LedgerRepository;
  readonly calendar: TenantCalendar;
  readonly clock: Clock;
}

const LONGEST_REFERENCE = 64;

/** Pays a purchase with a voucher, once for each purchase: takes the amount and books it. The answer is the voucher's id. */
export function redeemVoucher(
  command: RedeemVoucher,
  dependencies: RedeemDependencies,
): Promise<CommandResult<string, VoucherRefusal>> {
  const { tenantId, subject, idempotencyKey, code, amount, reference } = command;
  if (reference === '' || reference.length > LONGEST_REFERENCE) {
    const refusal = { path: ['input', 'reference'], details: { limit: LONGEST_REFERENCE } };
    return Promise.resolve({ outcome: refuse({ code: 'INPUT_INVALID', ...refusal }), replayed: false });
  }
  // The code itself is never stored, so the request is known by its hash.
  const request = { codeHash: hashOfCode(code), amount, reference };
  const identity = { tenantId, operation: 'redeemVoucher', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, VoucherRefusal>(dependencies.database, identity, (tx) =>
    take(tx, command, dependencies),
  );
}

async function take(
  tx: TenantTransaction,
  { subject, code, amount, reference }: RedeemVoucher,
  { vouchers, ledger, calendar, clock }: RedeemDependencies,
): Promise<Outcome<string, VoucherRefusal>> {
  const voucher = await vouchers.lockByCode(tx, hashOfCode(code));
  if (voucher === undefined) return refuse({ code: 'FINANCE_VOUCHER_UNKNOWN', path: ['input', 'code'] });
  const earlier = await vouchers.redemptionFor(tx, voucher, reference);
  if (earlier !== undefined) {
    const same = earlier.amount.currency === amount.currency && earlier.amount.amountMinor === amount.amountMinor;
    if (same) return accept(voucher.id);
    return refuse({ code: 'FINANCE_VOUCHER_REFERENCE_USED', path: ['input', 'reference'], facts: { reference } });
  }
  const now = clock.now();
  const today = await calendar.dayOf(tx, now);
  const decision = redeem(voucher, amount, { today, reference });
  if (!decision.ok) return decision;
  const { voucher: left, redemption } = decision.value;
  await vouchers.save(tx, left);
  await vouchers.addRedemption(tx, left, redemption, subject, now);
  const source = { kind: 'VOUCHER', id: voucher.id } as const;
  await ledger.book(tx, redemptionEntry({ id: newId(), source, sequence: redemption.sequence, bookedAt: now }, amount));
  return accept(voucher.id);
}
