import type { Capability } from '../capability-parts.model';
import type { Foundations } from '@redress/service-host';
import { adoptedRegulationsInMysql } from './adapters/adopted-regulations.repository-mysql';
import { caseFilesInMysql } from './adapters/case-file.repository-mysql';
import { staffStandingsInMysql } from './adapters/staff-standings.repository-mysql';
import { onCasesTold } from './follow-cases/cases.consumer';
import { onRegulationKept } from './follow-regulations/regulation-adopted.consumer';
import { onStandingChanged } from './follow-staff/staff-standing.consumer';

/** What finance knows of cases, of the regulations that bind them, and of those who decide. */
export function caseKnowledge({ clock }: Pick<Foundations, 'clock'>) {
  return {
    caseFiles: caseFilesInMysql,
    regulations: adoptedRegulationsInMysql(clock),
    standings: staffStandingsInMysql,
  };
}

/** What the other capabilities read of it. */
export type CaseKnowledge = ReturnType<typeof caseKnowledge>;

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
