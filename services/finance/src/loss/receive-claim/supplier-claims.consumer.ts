import { supplierClaimDecided, supplierClaimOpened } from '@redress/contracts';
import { newId, type Clock } from '@redress/kernel';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { LedgerRepository } from '../../ledger/model/ledger.repository';
import { reversalOf } from '../../ledger/model/journal.model';
import { agreedEntry, paidEntry, type SupplierClaim } from './supplier-claim.model';

interface Dependencies {
  readonly ledger: LedgerRepository;
  readonly clock: Clock;
}

/** A claim on a supplier is booked once the supplier agreed, and again when the money came. */
export function onSupplierClaims({ ledger, clock }: Dependencies): EventHandlers {
  return {
    ...onEvent(supplierClaimOpened, ({ data: { claimId, caseId, amount, at } }, tx) =>
      tx.insertMany('supplier_claim', [
        {
          ...{ id: claimId, case_id: caseId, state: 'OPEN', currency: amount.currency },
          amount_minor: BigInt(amount.amountMinor),
          opened_on: at.slice(0, 10),
        },
      ]),
    ),
    ...onEvent(supplierClaimDecided, async ({ data: { claimId, state, at } }, tx) => {
      const claim = await lock(tx, claimId);
      if (claim === undefined) throw new Error(`there is no claim ${claimId}`);
      const booking = () => ({ id: newId(), bookedAt: clock.now() });
      if (state !== 'REJECTED' && claim.state === 'OPEN') await ledger.book(tx, agreedEntry(claim, booking()));
      if (state === 'PAID') await ledger.book(tx, paidEntry(claim, booking()));
      if (state === 'REJECTED' && claim.state === 'AGREED') {
        const source = { kind: 'SUPPLIER_CLAIM', id: claimId } as const;
        const agreed = await ledger.entryOf(tx, source, 'CLAIM_AGREED');
        await ledger.book(tx, reversalOf(agreed, { ...booking(), source }));
      }
      await tx.execute(
        `UPDATE supplier_claim c SET c.state = :state, c.decided_on = :decidedOn
         WHERE c.tenant_id = :tenantId AND c.id = :claimId`,
        { claimId, state, decidedOn: at.slice(0, 10) },
      );
    }),
  };
}

async function lock(tx: TenantTransaction, claimId: string): Promise<SupplierClaim | undefined> {
  type Row = Pick<SupplierClaim, 'id' | 'state'> & { readonly amount_minor: string; readonly currency: string };
  const [row] = await tx.query<Row>(
    `SELECT c.id, c.state, c.amount_minor, c.currency FROM supplier_claim c
     WHERE c.tenant_id = :tenantId AND c.id = :claimId FOR UPDATE`,
    { claimId },
  );
  if (row === undefined) return undefined;
  const { id, state, amount_minor: minor, currency } = row;
  return { id, state, amount: { amountMinor: BigInt(minor), currency } };
}
