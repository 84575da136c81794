import { DrawingQueue, type DrawingLimits } from '@redress/documents';
import type { TenantTransaction } from '@redress/persistence';
import type { Capability } from '../capability';
import { evidenceInMysql } from '../evidence/adapters/evidence.repository-mysql';
import { fileLinks } from '../public-files/file-links';
import { SettlementLoader } from '../settlement/view-settlements/settlement.loader';
import { renderingLogInMysql } from './adapters/rendering-log-mysql';
import { paperRoutes } from './render-paper/paper-routes';
import { SignPaperResolver } from './sign-paper/sign-paper.resolver';
import { paperReferences } from './view-papers/paper.reference';
import { PaperLoader } from './view-papers/paper.loader';
import { PaperFieldsResolver, PapersOfSettlementResolver, PapersResolver } from './view-papers/papers.resolver';
import { settlementPapers } from './follow-settlement/settlement-papers.handler';

/** So few that the last of them is there before whoever waits gives up. */
const DRAWING: DrawingLimits = { bytesKept: 32 * 1024 * 1024, drawings: 16, drawingsOfTenant: 8 };

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
      routes: paperRoutes(links.key, {
        ...{ database, clock, papers, renderings: renderingLogInMysql },
        queue: new DrawingQueue<Buffer>(DRAWING, ({ length }) => length),
      }),
    };
  },
};

async function isAccepted(tx: TenantTransaction, evidenceId: string, settlementId: string): Promise<boolean> {
  const found = await evidenceInMysql.find(tx, evidenceId);
  return found?.settlementId === settlementId && found.state === 'ACCEPTED';
}
