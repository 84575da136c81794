import { regulationAdopted } from '@redress/contracts';
import { isDuplicateKey, type Database } from '@redress/persistence';
import type { AdoptionHearings, EarlierAdoption } from '../model/adoption-hearings.repository';

const UNTOLD = `
  SELECT p.tenant_id FROM change_position p
  LEFT JOIN adoption_hearing h ON h.tenant_id = p.tenant_id AND h.listener = :listener
  WHERE p.tenant_id > :after AND h.tenant_id IS NULL ORDER BY p.tenant_id LIMIT :limit`;
const ADOPTIONS = `
  SELECT c.position, c.envelope FROM change_log c
  WHERE c.tenant_id = :tenantId AND c.type = :type AND c.position > :after ORDER BY c.position LIMIT :limit`;

/** Hearings in MySQL, over the change log. */
export function adoptionHearingsInMysql({ system }: Pick<Database, 'system'>): AdoptionHearings {
  return {
    async untold(listener, after, limit) {
      const rows = await system.query<{ tenant_id: string }>(UNTOLD, { listener, after, limit });
      return rows.map(({ tenant_id: tenantId }) => tenantId);
    },

    async begin(tx, listener, at) {
      try {
        await tx.insertMany('adoption_hearing', [{ listener, told_at: at }]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error, 'PRIMARY')) return false;
        throw error;
      }
    },

    async adoptions(reader, after, limit) {
      const { type } = regulationAdopted;
      const rows = await reader.query<{ position: string; envelope: string | null }>(ADOPTIONS, { type, after, limit });
      return rows.map(({ position, envelope }) => ({
        position: BigInt(position),
        event: envelope === null ? undefined : (JSON.parse(envelope) as NonNullable<EarlierAdoption['event']>),
      }));
    },
  };
}
