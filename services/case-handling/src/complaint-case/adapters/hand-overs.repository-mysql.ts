import { isId } from '@redress/kernel';
import { present } from '../model/present-members.model';
import type { HandOvers } from '../hand-over/hand-overs.repository';

const HAND_OVER = `
  SELECT h.id, h.hand_over AS handOver, h.receiver, h.confirmed_by AS confirmedBy
  FROM hand_over h WHERE h.tenant_id = :tenantId AND h.case_id = :caseId AND h.id = :id`;

interface HandOverRow {
  readonly id: string;
  readonly handOver: string;
  readonly receiver: string;
  readonly confirmedBy: string | null;
}

/** Hand-overs in MySQL. */
export function mysqlHandOvers(): HandOvers {
  return {
    async find(tx, caseId, id) {
      if (!isId(id)) return undefined;
      const [found] = await tx.query<HandOverRow>(HAND_OVER, { caseId, id });
      if (found === undefined) return undefined;
      const { confirmedBy, ...rest } = found;
      return { ...rest, ...present({ confirmedBy }) };
    },
  };
}
