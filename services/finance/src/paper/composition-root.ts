import type { TenantTransaction } from '@redress/persistence';
import type { Capability } from '../capability-parts.model';
import type { CaseKnowledge } from '../case-file/composition-root';
import type { TenantCalendar } from '../tenant-calendar/model/tenant-calendar.repository';
import { evidenceInMysql } from '../evidence/adapters/evidence.repository-mysql';
import { fileLinks } from '../public-files/file-links';
import { SettlementLoader } from '../settlement/view-settlements/settlement.loader';
import { renderingLogInMysql } from './adapters/rendering-log-mysql';
import { paperRoutes } from './render-paper/paper-routes';
import { SignPaperResolver } from './sign-paper/sign-paper.resolver';
import { paperReferences } from './view-papers/paper.reference';
import { PaperLoader } from './view-papers/paper.loader';
import { PaperFieldsResolver, PapersOfSettlementResolver, PapersResolver } from './view-papers/papers.resolver';
import { documentNumbersInMysql } from './adapters/document-numbers-mysql';
import { papersInMysql } from './adapters/paper.repository-mysql';
import { drawUpPaper, type DrawUpPaper } from './draw-up-paper/draw-up-paper.handler';
import { settlementPapers } from './follow-settlement/settlement-papers.handler';
import type { RegulatedCaseOf, RegulatedCasesBy } from './model/regulated-case.repository';

/** What draws papers up, for every capability that needs one. */
export function paperStores({
  calendar,
  caseFiles,
  regulations,
}: CaseKnowledge & { readonly calendar: TenantCalendar }) {
  const regulatedCasesBy: RegulatedCasesBy = async (reader, caseIds) => {
    const files = new Map((await caseFiles.caseFilesBy(reader, caseIds)).map((file) => [file.caseId, file]));
    return Promise.all(
      caseIds.map(async (caseId) => {
        const file = files.get(caseId);
        const regulation = (await regulations.regulationOf(reader, file))?.regulation;
        return {
          ...(file?.number === undefined ? {} : { number: file.number }),
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

/** The papers of finance. */
export const PAPER: Capability = {
  resolvers: [PapersResolver, PaperFieldsResolver, PapersOfSettlementResolver, SignPaperResolver],
  entities: ['FinancePaper'],
  compose({ foundations: { database, clock }, settings, stores }) {
    const { papers, calendar, standings } = stores;
    const links = fileLinks(settings, clock).papers;
    const loader = new PaperLoader(database);
    const marking = { database, clock, papers, calendar, standings, isAccepted };
    return {
      instances: [
        new PapersResolver(database, loader),
        new PaperFieldsResolver(loader, new SettlementLoader(database), links),
        new PapersOfSettlementResolver(loader),
        new SignPaperResolver(marking, loader),
      ],
      references: { FinancePaper: paperReferences(loader) },
      listeners: [settlementPapers(stores)],
      routes: paperRoutes(links.key, { database, clock, papers, renderings: renderingLogInMysql }),
    };
  },
};

async function isAccepted(tx: TenantTransaction, evidenceId: string, settlementId: string): Promise<boolean> {
  const found = await evidenceInMysql.find(tx, evidenceId);
  return found?.settlementId === settlementId && found.state === 'ACCEPTED';
}
