import type { Capability } from '../capability';
import type { ApprovalAuthority } from '../settlement/approve-settlement/approval-authority.policy';
import { SettlementLoader } from '../settlement/view-settlements/settlement.loader';
import type { Stores } from '../stores/composition-root';
import { examinedSettlementsInMysql } from './adapters/examined-settlements.repository-mysql';
import { grantsInMysql } from './adapters/grants.repository-mysql';
import { signaturesInMysql } from './adapters/signatures.repository-mysql';
import { EndorseSettlementResolver } from './endorse-settlement/endorse-settlement.resolver';
import { onCaseJudged } from './follow-awaiting/case-judged.consumer';
import { followAwaiting } from './follow-awaiting/follow-awaiting.handler';
import { onResolutionSigned } from './follow-resolutions/resolution-approved.consumer';
import { approvalAuthority } from './rule-on-approval/rule-on-approval.handler';
import { AuthorityMatrixResolver } from './view-authority/authority-matrix.resolver';
import { SettlementSignaturesResolver } from './view-authority/settlement-signatures.resolver';
import { SettlementsAwaitingMeResolver } from './view-authority/settlements-awaiting-me.resolver';
import { WhoMayResolver } from './view-authority/who-may.resolver';

function withSignatures(stores: Stores) {
  return {
    ...stores,
    grants: grantsInMysql,
    signatures: signaturesInMysql,
    examined: examinedSettlementsInMysql,
  };
}

/** Who may release money, for the mutations that do. */
export function authorityFrom(stores: Stores): ApprovalAuthority {
  return approvalAuthority(withSignatures(stores));
}

/** Authority over money: its matrix, signatures on the way up, and who is awaited. Follows the case files. */
export const AUTHORITY: Capability = {
  resolvers: [
    EndorseSettlementResolver,
    SettlementSignaturesResolver,
    SettlementsAwaitingMeResolver,
    WhoMayResolver,
    AuthorityMatrixResolver,
  ],
  compose({ stores }) {
    const dependencies = { ...withSignatures(stores), authority: authorityFrom(stores) };
    return {
      instances: [
        new EndorseSettlementResolver(dependencies, new SettlementLoader(stores.database)),
        new SettlementSignaturesResolver(dependencies),
        new SettlementsAwaitingMeResolver(dependencies),
        new WhoMayResolver(dependencies),
        new AuthorityMatrixResolver(dependencies),
      ],
      handlers: { 'case-handling': { ...onResolutionSigned(dependencies), ...onCaseJudged(dependencies) } },
      listeners: [followAwaiting(dependencies)],
    };
  },
};
