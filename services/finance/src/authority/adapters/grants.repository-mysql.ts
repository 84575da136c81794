import type { TenantReader } from '@redress/persistence';
import { onlyPart, partsFromText } from '../../settlement/model/settlement-parts.model';
import type { Instrument } from '../../settlement/model/settlement-part.model';
import type { GrantReader, HarmAsked, HarmGrants, OtherSettlement } from '../model/granted.repository';

/** States in which money was granted and may still reach the complainant, or has. */
export const GRANTED = ['APPROVED', 'PAYING', 'COMPLETED'] as const;

interface GrantRow {
  readonly id: string | null;
  readonly number: string | null;
  readonly caseId: string | null;
  readonly resolutionId: string | null;
  readonly customerId: string | null;
  readonly state: string | null;
  readonly instrument: string | null;
  readonly orderNumber: string | null;
  readonly lineNumber: number | null;
  readonly parts: string | null;
  readonly currency: string;
  readonly amountMinor: string;
}

const IN_CASES = `
  SELECT s.id, s.number, s.case_id AS caseId, s.resolution_id AS resolutionId, s.customer_id AS customerId, s.state,
    s.instrument, s.order_number AS orderNumber, s.line_number AS lineNumber, s.parts, s.currency,
    s.amount_minor AS amountMinor
  FROM settlement s
  WHERE s.tenant_id = :tenantId AND s.case_id IN (:caseIds) AND s.id <> :settlementId
    AND ((s.state IN (:states) AND s.decided_at <= :until) OR (s.resolution_id = :resolutionId AND s.state <> 'REFUSED'))`;
const FROM_CEILINGS = `
  SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, s.currency, SUM(d.amount_minor)
  FROM settlement_draw d JOIN settlement s ON s.tenant_id = d.tenant_id AND s.id = d.settlement_id
  WHERE d.tenant_id = :tenantId AND s.tenant_id = :tenantId AND d.ceiling_id IN (:ceilingIds)
    AND s.case_id NOT IN (:caseIds) AND s.state IN (:states) AND s.decided_at <= :until
  GROUP BY s.currency`;
const WHENEVER = new Date('9999-12-31T00:00:00.000Z');

export const grantsInMysql: GrantReader = {
  async grantsFor(reader: TenantReader, { until = WHENEVER, ...asked }: HarmAsked): Promise<HarmGrants> {
    const sql = asked.ceilingIds.length === 0 ? IN_CASES : `${IN_CASES} UNION ALL ${FROM_CEILINGS}`;
    const rows = await reader.query<GrantRow>(sql, { ...asked, until, states: [...GRANTED] });
    return {
      inCases: rows.flatMap((row) => restored(row) ?? []),
      fromCeilings: rows
        .filter(({ id }) => id === null)
        .map(({ currency, amountMinor }) => ({ currency, amountMinor: BigInt(amountMinor) })),
    };
  },
};

function restored(row: GrantRow): OtherSettlement | undefined {
  const { id, number, caseId, resolutionId, customerId, state, instrument, orderNumber, lineNumber, currency } = row;
  if (id === null || number === null || caseId === null || resolutionId === null) return undefined;
  const amount = { amountMinor: BigInt(row.amountMinor), currency };
  const whole = {
    instrument: instrument as Instrument,
    customerId: customerId ?? '',
    ...(orderNumber === null || lineNumber === null ? {} : { orderLine: { orderNumber, lineNumber } }),
  };
  return {
    ...{ id, number, caseId, resolutionId, amount },
    isGranted: GRANTED.some((granted) => granted === state),
    parts: row.parts === null ? onlyPart(whole, amount, null) : partsFromText(row.parts, currency),
  };
}
