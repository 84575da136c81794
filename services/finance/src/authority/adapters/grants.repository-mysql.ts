import type { Money } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import { onlyPart, partsFromText } from '../../settlement/model/settlement-parts.model';
import type { Instrument } from '../../settlement/model/settlement-part.model';
import type { HarmAsked, HarmGrants, OtherSettlement } from '../model/granted.model';
import type { GrantReader } from '../model/granted.repository';

/** States in which money was granted and may still reach the complainant, or has. */
export const GRANTED = ['APPROVED', 'PAYING', 'COMPLETED'] as const;

interface GrantRow {
  readonly id: string;
  readonly number: string;
  readonly caseId: string;
  readonly resolutionId: string | null;
  readonly customerId: string | null;
  readonly state: string | null;
  readonly instrument: string | null;
  readonly orderNumber: string | null;
  readonly lineNumber: number | null;
  readonly parts: string | null;
  readonly currency: string;
  readonly amountMinor: string;
  /** For what was drawn on a ceiling; null for a settlement, or money handed over, of one of the cases. */
  readonly ceilingId: string | null;
}

const IN_CASES = `
  SELECT s.id, s.number, s.case_id AS caseId, s.resolution_id AS resolutionId, s.customer_id AS customerId, s.state,
    s.instrument, s.order_number AS orderNumber, s.line_number AS lineNumber, s.parts, s.currency,
    s.amount_minor AS amountMinor, NULL AS ceilingId
  FROM settlement s
  WHERE s.tenant_id = :tenantId AND s.case_id IN (:caseIds)
    AND ((s.state IN (:states) AND s.decided_at <= :until)
      OR (s.resolution_id IN (:resolutionIds) AND s.state <> 'REFUSED'))`;
const FROM_CEILINGS = `
  SELECT s.id, s.number, s.case_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, s.currency, SUM(d.amount_minor),
    d.ceiling_id
  FROM settlement_draw d JOIN settlement s ON s.tenant_id = d.tenant_id AND s.id = d.settlement_id
  WHERE d.tenant_id = :tenantId AND s.tenant_id = :tenantId AND d.ceiling_id IN (:ceilingIds)
    AND s.state IN (:states) AND s.decided_at <= :until
  GROUP BY d.ceiling_id, s.id, s.number, s.case_id, s.currency`;
const HANDED_OVER = `
  SELECT o.id, '', f.case_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, o.currency, o.amount_minor, NULL
  FROM case_file f JOIN on_the_spot_payment o ON o.tenant_id = f.tenant_id AND o.complaint_id = f.complaint_id
  WHERE f.tenant_id = :tenantId AND o.tenant_id = :tenantId AND f.case_id IN (:caseIds) AND o.paid_at <= :until`;
const HANDED_OVER_FROM_CEILINGS = `
  SELECT o.id, '', COALESCE(f.case_id, ''), NULL, NULL, NULL, NULL, NULL, NULL, NULL, o.currency, d.amount_minor,
    d.ceiling_id
  FROM on_the_spot_draw d JOIN on_the_spot_payment o ON o.tenant_id = d.tenant_id AND o.id = d.payment_id
    LEFT JOIN case_file f ON f.tenant_id = o.tenant_id AND f.complaint_id = o.complaint_id
  WHERE d.tenant_id = :tenantId AND o.tenant_id = :tenantId AND d.ceiling_id IN (:ceilingIds) AND o.paid_at <= :until`;
const WHENEVER = new Date('9999-12-31T00:00:00.000Z');

export const grantsInMysql: GrantReader = {
  async grantsFor(reader: TenantReader, asked: readonly HarmAsked[], until = WHENEVER): Promise<HarmGrants[]> {
    if (asked.length === 0) return [];
    const ceilingIds = [...new Set(asked.flatMap((each) => each.ceilingIds))];
    const fromCeilings = ceilingIds.length === 0 ? [] : [FROM_CEILINGS, HANDED_OVER_FROM_CEILINGS];
    const rows = await reader.query<GrantRow>([IN_CASES, HANDED_OVER, ...fromCeilings].join(' UNION ALL '), {
      ...{ ceilingIds, until, states: [...GRANTED] },
      caseIds: [...new Set(asked.flatMap((each) => each.caseIds))],
      resolutionIds: [...new Set(asked.map(({ resolutionId }) => resolutionId))],
    });
    const inCases = rows.flatMap((row) => restored(row) ?? []);
    const draws = rows.filter(({ ceilingId }) => ceilingId !== null);
    const handedOver = rows.filter(({ ceilingId, resolutionId }) => ceilingId === null && resolutionId === null);
    return asked.map((each) => ({
      inCases: inCases.filter((other) => isOfHarm(other, each)),
      fromCeilings: draws
        .filter(({ ceilingId, caseId }) => each.ceilingIds.includes(ceilingId ?? '') && !each.caseIds.includes(caseId))
        .map(moneyOf),
      handedOver: handedOver.filter(({ caseId }) => each.caseIds.includes(caseId)).map(moneyOf),
    }));
  },
};

function moneyOf({ currency, amountMinor }: GrantRow): Money {
  return { currency, amountMinor: BigInt(amountMinor) };
}

function isOfHarm(
  { id, caseId, resolutionId, isGranted }: OtherSettlement,
  { settlementId, caseIds, resolutionId: own }: HarmAsked,
): boolean {
  return id !== settlementId && caseIds.includes(caseId) && (isGranted || resolutionId === own);
}

function restored(row: GrantRow): OtherSettlement | undefined {
  const { id, number, caseId, resolutionId, customerId, state, instrument, orderNumber, lineNumber, currency } = row;
  if (row.ceilingId !== null || resolutionId === null) return undefined;
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
