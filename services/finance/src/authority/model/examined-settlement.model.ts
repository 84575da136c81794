import type { Settlement } from '../../settlement/model/settlement.model';

/** What has to be known of a settlement to say who may decide on it. */
export type Examined = Pick<
  Settlement,
  'id' | 'number' | 'caseId' | 'resolutionId' | 'amount' | 'parts' | 'resolutionProposedBy' | 'resolutionApprovedBy'
>;
