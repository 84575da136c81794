import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { Visibility } from '../../access/access.rules';
import { hashOfCode } from '../model/voucher-code.policy';
import type { VoucherRefusal } from '../model/voucher.errors';
import type { VoucherRepository } from '../model/voucher.repository';

export interface GiveVoucherCode {
  readonly tenantId: string;
  readonly subject: string;
  readonly visibility: Visibility;
  readonly idempotencyKey: string;
  readonly voucherId: string;
  readonly expectedVersion: number;
  /** Made for this request; it is kept nowhere. */
  readonly code: string;
}

export interface GiveCodeDependencies {
  readonly database: Database;
  readonly vouchers: VoucherRepository;
  readonly clock: Clock;
}

/** Gives a voucher a code; an earlier one is worth nothing from then on. The answer is the voucher's id. */
export function giveVoucherCode(
  { tenantId, subject, visibility, idempotencyKey, voucherId, expectedVersion, code }: GiveVoucherCode,
  { database, vouchers, clock }: GiveCodeDependencies,
): Promise<CommandResult<string, VoucherRefusal>> {
  const request = { voucherId, expectedVersion };
  const command = { tenantId, operation: 'giveVoucherCode', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, VoucherRefusal>(database, command, async (tx) => {
    const voucher = await vouchers.lock(tx, voucherId);
    const foreign = visibility.kind === 'customer' && voucher?.payee !== visibility.customerId;
    if (voucher === undefined || foreign || visibility.kind === 'nothing') {
      return refuse({ code: 'NOT_FOUND', path: ['input', 'voucherId'] });
    }
    const { version: currentVersion } = voucher;
    if (currentVersion !== expectedVersion) {
      const path = ['input', 'expectedVersion'];
      return refuse({ code: 'VERSION_CONFLICT', path, retryable: true, details: { currentVersion } });
    }
    const given = { codeHash: hashOfCode(code), codeGivenBy: subject, codeGivenAt: clock.now() };
    await vouchers.save(tx, { ...voucher, ...given, version: currentVersion + 1 });
    return accept(voucherId);
  });
}
