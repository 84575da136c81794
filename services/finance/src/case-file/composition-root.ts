import type { Capability } from '../capability';
import { onCasesTold } from './follow-cases/cases.consumer';
import { onRegulationKept } from './follow-regulations/regulation-adopted.consumer';
import { onStandingChanged } from './follow-staff/staff-standing.consumer';

/** Follows case handling. */
export const CASE_FILE: Capability = {
  resolvers: [],
  compose({ stores: { caseFiles, regulations, standings } }) {
    return {
      instances: [],
      handlers: {
        'case-handling': {
          ...onCasesTold({ caseFiles }),
          ...onRegulationKept({ regulations }),
          ...onStandingChanged({ standings }),
        },
      },
    };
  },
};
