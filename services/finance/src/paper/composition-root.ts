import type { TenantTransaction } from '@redress/persistence';
import type { Capability } from '../capability-parts.model';
import type { CaseKnowledge } from '../case-file/composition-root';
import type { TenantCalendar } from '../tenant-calendar/model/tenant-calendar.repository';
import { documentNumbersInMysql } from './adapters/document-numbers-mysql';
import { papersInMysql } from './adapters/paper.repository-mysql';
import { drawUpPaper, type DrawUpPaper } from './draw-up-paper/draw-up-paper.handler';
import { settlementPapers } from './follow-settlement/settlement-papers.handler';
import type { RegulatedCaseOf } from './model/regulated-case.repository';

/** What draws papers up, for every capability that needs one. */
export function paperStores({
  calendar,
  caseFiles,
  regulations,
}: CaseKnowledge & { readonly calendar: TenantCalendar }) {
  const regulatedCaseOf: RegulatedCaseOf = async (reader, caseId) => {
    const [file] = await caseFiles.caseFilesBy(reader, [caseId]);
    const regulation = (await regulations.regulationOf(reader, file))?.regulation;
    return {
      ...(file?.number === undefined ? {} : { number: file.number }),
      ...(regulation === undefined ? {} : { regulation }),
    };
  };
  const ports = { papers: papersInMysql, documentNumbers: documentNumbersInMysql, regulatedCaseOf };
  return {
    ...ports,
    drawUpPaper: (tx: TenantTransaction, command: DrawUpPaper) => drawUpPaper(tx, command, { ...ports, calendar }),
  };
}

/** The papers of finance. */
export const PAPER: Capability = {
  resolvers: [],
  compose({ stores }) {
    return { instances: [], listeners: [settlementPapers(stores)] };
  },
};
