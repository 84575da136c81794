import type { ReturnPolicies } from '../model/return-policy.repository';
import { DEFAULT_POLICY, type ReturnPolicy } from '../model/return-policy.model';

interface PolicyRow {
  readonly resale: number;
  readonly repair: number;
  readonly scrap: number;
  readonly backToCustomer: number;
  readonly inspectionRequired: number;
  readonly returnWithinDays: number;
  readonly version: number;
}

const SELECT = `
  SELECT p.resale_share AS resale, p.repair_share AS repair, p.scrap_share AS scrap,
    p.back_to_customer_share AS backToCustomer, p.inspection_required AS inspectionRequired,
    p.return_within_days AS returnWithinDays, p.version
  FROM return_policy p WHERE p.tenant_id = :tenantId`;

const INSERT = `
  INSERT INTO return_policy (tenant_id, resale_share, repair_share, scrap_share, back_to_customer_share,
    inspection_required, return_within_days, set_by, set_at, version)
  VALUES (:tenantId, :RESALE, :REPAIR, :SCRAP, :BACK_TO_CUSTOMER, :inspectionRequired, :returnWithinDays, :by, :at,
    :version)`;

export const returnPoliciesInMysql: ReturnPolicies = {
  of: async (reader) => policyOf(await reader.query<PolicyRow>(SELECT)),

  async lock(tx) {
    const { shares, inspectionRequired, returnWithinDays, version } = DEFAULT_POLICY;
    // Whoever is first makes the row, so that whoever comes at the same time has one to wait for.
    const first = { ...shares, inspectionRequired, returnWithinDays, version, by: '', at: new Date(0) };
    await tx.execute(`${INSERT} ON DUPLICATE KEY UPDATE version = version`, first);
    return policyOf(await tx.query<PolicyRow>(`${SELECT} FOR UPDATE`));
  },

  async keep(tx, { shares, inspectionRequired, returnWithinDays, version }, by, at) {
    await tx.execute(
      `${INSERT} ON DUPLICATE KEY UPDATE resale_share = :RESALE, repair_share = :REPAIR, scrap_share = :SCRAP,
         back_to_customer_share = :BACK_TO_CUSTOMER, inspection_required = :inspectionRequired,
         return_within_days = :returnWithinDays, set_by = :by, set_at = :at, version = :version`,
      { ...shares, inspectionRequired, returnWithinDays, by, at, version },
    );
  },
};

function policyOf([row]: readonly PolicyRow[]): ReturnPolicy {
  if (row === undefined) return DEFAULT_POLICY;
  const { resale: RESALE, repair: REPAIR, scrap: SCRAP, backToCustomer: BACK_TO_CUSTOMER } = row;
  return {
    shares: {
      RESALE: Number(RESALE),
      REPAIR: Number(REPAIR),
      SCRAP: Number(SCRAP),
      BACK_TO_CUSTOMER: Number(BACK_TO_CUSTOMER),
    },
    inspectionRequired: Boolean(row.inspectionRequired),
    returnWithinDays: Number(row.returnWithinDays),
    version: Number(row.version),
  };
}
