import type { TenantTransaction } from '@redress/persistence';
import type { AdoptedRegulations } from '../../case-file/model/adopted-regulations.repository';
import type { CaseFiles } from '../../case-file/model/case-file.repository';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { documentNumbersInMysql } from '../adapters/document-numbers-mysql';
import { papersInMysql } from '../adapters/paper.repository-mysql';
import { drawUpPaper, type DrawUpPaper } from '../draw-up-paper/draw-up-paper.handler';
import type { RegulatedCaseOf, RegulatedCasesBy } from '../model/regulated-case.repository';

/** What draws papers up, for every capability that needs one. */
export function paperStores({
  calendar,
  caseFiles,
  regulations,
}: {
  readonly calendar: TenantCalendar;
  readonly caseFiles: CaseFiles;
  readonly regulations: AdoptedRegulations;
}) {
  const regulatedCasesBy: RegulatedCasesBy = async (reader, caseIds) => {
    const files = new Map((await caseFiles.caseFilesBy(reader, caseIds)).map((file) => [file.caseId, file]));
    return Promise.all(
      caseIds.map(async (caseId) => {
        const file = files.get(caseId);
        const regulation = (await regulations.regulationOf(reader, file))?.regulation;
        return {
          ...(file?.number === undefined ? {} : { number: file.number }),
          ...(file?.categoryCode === undefined ? {} : { cause: file.categoryCode }),
          ...(regulation === undefined ? {} : { regulation }),
        };
      }),
    );
  };
  const regulatedCaseOf: RegulatedCaseOf = async (reader, caseId) =>
    (await regulatedCasesBy(reader, [caseId]))[0] ?? {};
  const ports = { papers: papersInMysql, documentNumbers: documentNumbersInMysql, regulatedCaseOf, regulatedCasesBy };
  return {
    ...ports,
    drawUpPaper: (tx: TenantTransaction, command: DrawUpPaper) => drawUpPaper(tx, command, { ...ports, calendar }),
  };
}
