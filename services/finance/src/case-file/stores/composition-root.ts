import type { Foundations } from '@redress/service-host';
import { adoptedRegulationsInMysql } from '../adapters/adopted-regulations.repository-mysql';
import { caseFilesInMysql } from '../adapters/case-file.repository-mysql';
import { staffStandingsInMysql } from '../adapters/staff-standings.repository-mysql';
import type { CaseKnowledge } from '../model/case-knowledge.repository';

/** Where it is kept. */
export function caseKnowledge({ clock }: Pick<Foundations, 'clock'>): CaseKnowledge {
  return {
    caseFiles: caseFilesInMysql,
    regulations: adoptedRegulationsInMysql(clock),
    standings: staffStandingsInMysql,
  };
}
