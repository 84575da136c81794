import type { Instrument } from '../../settlement/model/settlement-part.model';
import { onlyPart, partsFromText } from '../../settlement/model/settlement-parts.model';
import type { Settlement } from '../../settlement/model/settlement.model';
import type { Examined } from '../model/examined-settlement.model';
import type { ExaminedSettlements } from '../model/examined-settlement.repository';

interface ExaminedRow {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly caseId: string;
  readonly resolutionId: string;
  readonly customerId: string;
  readonly instrument: string;
  readonly orderNumber: string | null;
  readonly lineNumber: number | null;
  readonly ceilingId: string | null;
  readonly parts: string | null;
  readonly amountMinor: string;
  readonly currency: string;
  readonly resolutionProposedBy: string;
  readonly resolutionApprovedBy: string;
}

const COLUMNS = `s.id, s.number, s.state, s.case_id AS caseId, s.resolution_id AS resolutionId,
  s.customer_id AS customerId, s.instrument, s.order_number AS orderNumber, s.line_number AS lineNumber,
  s.ceiling_id AS ceilingId, s.parts, s.amount_minor AS amountMinor, s.currency,
  s.resolution_proposed_by AS resolutionProposedBy, s.resolution_approved_by AS resolutionApprovedBy`;
const RELEASED = `
  SELECT ${COLUMNS}
  FROM case_file c
  JOIN case_file l ON l.tenant_id = c.tenant_id AND l.harm_id = c.harm_id
  JOIN settlement s ON s.tenant_id = l.tenant_id AND s.case_id = l.case_id
  WHERE c.tenant_id = :tenantId AND l.tenant_id = :tenantId AND s.tenant_id = :tenantId AND c.case_id = :caseId
    AND c.regulation_id IS NOT NULL AND s.state = 'RELEASED'
  ORDER BY s.id`;
const BY_IDS = `SELECT ${COLUMNS} FROM settlement s WHERE s.tenant_id = :tenantId AND s.id IN (:ids)`;

export const examinedSettlementsInMysql: ExaminedSettlements = {
  async find(reader, ids) {
    return ids.length === 0 ? [] : (await reader.query<ExaminedRow>(BY_IDS, { ids })).map(restored);
  },

  async releasedOfHarm(reader, caseId) {
    return (await reader.query<ExaminedRow>(RELEASED, { caseId })).map(restored);
  },
};

function restored(row: ExaminedRow): Examined & Pick<Settlement, 'state'> {
  const { instrument, customerId, orderNumber, lineNumber, ceilingId, parts, amountMinor, currency, state, ...rest } =
    row;
  const amount = { amountMinor: BigInt(amountMinor), currency };
  const orderLine = orderNumber === null || lineNumber === null ? {} : { orderLine: { orderNumber, lineNumber } };
  const whole = { instrument: instrument as Instrument, customerId, ...orderLine };
  return {
    ...rest,
    state: state as Settlement['state'],
    amount,
    parts: parts === null ? onlyPart(whole, amount, ceilingId) : partsFromText(parts, currency),
  };
}
