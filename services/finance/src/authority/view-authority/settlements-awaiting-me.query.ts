import type { Visibility } from '../../access/access.rules';
import { settlementList, type SettlementList } from '../../settlement/view-settlements/settlement-list.query';
import type { SettlementWhereInput } from '../../settlement/view-settlements/settlement-where.gql';

/** Who asks, and as whom. */
export interface AwaitedPerson {
  readonly subject: string;
  /** Roles, and parties of the regulation. */
  readonly holders: readonly string[];
  readonly isFinance: boolean;
}

const AWAITING = `LEFT JOIN settlement_awaiting w ON w.tenant_id = s.tenant_id AND w.tenant_id = :tenantId
  AND w.settlement_id = s.id`;
// Whose own work it is, or who signed already, is not awaited.
const MINE = `(w.holder IN (:holders) OR (w.settlement_id IS NULL AND :isFinance))
  AND s.resolution_proposed_by <> :me AND s.resolution_approved_by <> :me
  AND NOT EXISTS (SELECT 1 FROM settlement_endorsement e
    WHERE e.tenant_id = :tenantId AND e.settlement_id = s.id AND e.subject = :me)`;

/** Released settlements that wait for a person's signature; where nothing else is kept, they wait for finance. */
export function awaitingList(
  where: SettlementWhereInput | undefined,
  visibility: Visibility,
  { subject, holders, isFinance }: AwaitedPerson,
): SettlementList {
  const released = { state: { eq: 'RELEASED' } } as SettlementWhereInput;
  const both = { AND: [released, ...(where === undefined ? [] : [where])] } as SettlementWhereInput;
  const list = settlementList({ where: both, orderBy: 'CREATED_AT_ASC' }, visibility);
  return {
    ...list,
    name: 'settlementsAwaitingMe',
    source: `${list.source} ${AWAITING}`,
    from: `${list.from} ${AWAITING}`,
    where: `${list.where} AND ${MINE}`,
    params: { ...list.params, holders, isFinance, me: subject },
  };
}
