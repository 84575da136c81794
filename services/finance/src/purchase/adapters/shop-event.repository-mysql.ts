import { isDuplicateKey } from '@redress/persistence';
import { OrderNumberTaken } from '../model/purchase.repository';
import type { ShopEvents } from '../shop-events/shop-event.repository';

export const shopEventsInMysql: ShopEvents = {
  async find(tx, digests) {
    if (digests.length === 0) return [];
    const rows = await tx.query<{ digest: Buffer; purchaseId: string; existed: number }>(
      `SELECT e.digest, e.purchase_id AS purchaseId, e.existed FROM shop_event e
       WHERE e.tenant_id = :tenantId AND e.digest IN (:digests)`,
      { digests: digests.map((digest) => Buffer.from(digest, 'hex')) },
    );
    return rows.map(({ digest, purchaseId, existed }) => {
      return { digest: digest.toString('hex'), purchaseId, existed: Boolean(existed) };
    });
  },

  async add(tx, taken, takenAt) {
    if (taken.length === 0) return;
    const rows = taken.map(({ digest, purchaseId, existed }) => {
      return { digest: Buffer.from(digest, 'hex'), purchase_id: purchaseId, existed, taken_at: takenAt };
    });
    await tx.insertMany('shop_event', rows).catch((error: unknown) => {
      // The same event was brought twice at the same moment: looking again finds the other.
      throw isDuplicateKey(error, 'PRIMARY') ? new OrderNumberTaken() : error;
    });
  },
};
