import { consentRecorded } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import { cancelUndecided, type CancellationDependencies } from '../cancel-settlement/cancel-settlement.handler';
import { releaseSettlements, type ReleaseDependencies } from './release-settlement.handler';

/** The complainant agreed, or need not be asked, so finance may decide; or objected, so nothing of this resolution is given. */
export function onConsentRecorded(dependencies: ReleaseDependencies & CancellationDependencies): EventHandlers {
  return onEvent(consentRecorded, async ({ data, id, correlationid = id }, tx) => {
    const { caseId, resolutionId, by, decision } = data;
    const cause = { correlationId: correlationid, causationId: id };
    if (decision !== 'OBJECTED') {
      await releaseSettlements(tx, { caseId, resolutionId, by }, dependencies, cause);
    } else {
      const reason = 'FINANCE_COMPLAINANT_OBJECTED';
      await cancelUndecided(tx, { caseId, only: resolutionId, by, reason }, dependencies, cause);
    }
  });
}
