import type { Database } from '@redress/persistence';
import type { ComplaintLabels } from '../model/erasure.model';
import type { Erasures, FiledComplaint, LockedCustomer, UnfinishedErasure } from '../model/erasures.repository';
import { contactsOf, filedComplaintOf, type ComplaintRow, type CustomerRow } from './erasure-rows';
import * as sql from './erasure-statements';

/** Erasures in MySQL. */
export function mysqlErasures({ system }: Pick<Database, 'system'>): Erasures {
  return {
    async lock(tx, customerId): Promise<LockedCustomer | undefined> {
      const [row] = await tx.query<CustomerRow>(sql.LOCK, { customerId });
      if (row === undefined) return undefined;
      return { id: row.id, version: row.version, erased: row.wrappedKey === null, contacts: contactsOf(row) };
    },

    async complaintsOf(tx, customerId, limit): Promise<readonly FiledComplaint[]> {
      const rows = await tx.query<ComplaintRow>(sql.complaintsOf(limit), { customerId });
      return rows.map(filedComplaintOf);
    },

    async othersWith(tx, { id, contacts }) {
      if (contacts.length === 0) return 0;
      const [row] = await tx.query<{ others: string }>(sql.OTHERS, { id, contacts });
      return Number(row?.others ?? 0);
    },

    async erase(tx, { id: customerId, contacts }, erasure) {
      await tx.execute(sql.DESTROY_KEY, { customerId });
      await tx.execute(sql.EMPTY_FILE, { customerId });
      await tx.execute(sql.DROP_PRODUCTS, { customerId });
      await tx.execute(sql.END_ACKNOWLEDGEMENTS, { customerId });
      // What others could have written from the same address stays: it waits for a person.
      if (contacts.length > 0 && erasure.sameContacts === 0) {
        await tx.execute(sql.ERASE_WAITING, { contacts });
        await tx.execute(sql.DROP_QUARANTINED_PARTS, { contacts });
        await tx.execute(sql.ERASE_QUARANTINED, { contacts });
      }
      await tx.execute(sql.NOTE, { ...erasure });
    },

    due: (now, limit) => system.query<UnfinishedErasure>(sql.due(limit), { now }),

    labelsOf: (tx, customerId) => tx.query<ComplaintLabels>(sql.LABELS, { customerId }),

    async contentsOf(reader, customerId) {
      const rows = await reader.query<{ sha256: string }>(sql.CONTENTS, { customerId });
      return rows.map(({ sha256 }) => sha256);
    },

    async finish(tx, { id, customerId }, at) {
      await tx.execute(sql.FORGET_CONTENTS, { customerId });
      await tx.execute(sql.FINISH, { id, at });
    },

    async postpone(tx, { id }, until) {
      await tx.execute(sql.POSTPONE, { id, until });
    },
  };
}
