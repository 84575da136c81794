import type { AdoptedRegulations } from './adopted-regulations.repository';
import type { CaseFiles } from './case-file.repository';
import type { StaffStandings } from './staff-standings.repository';

/** What finance knows of cases, of the regulations that bind them, and of those who decide. */
export interface CaseKnowledge {
  readonly caseFiles: CaseFiles;
  readonly regulations: AdoptedRegulations;
  readonly standings: StaffStandings;
}
