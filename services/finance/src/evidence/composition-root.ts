import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileRoutes, openContentStore, type ContentStore } from '@redress/files';
import type { Capability } from '../capability';
import type { FinanceEnvironment } from '../environment';
import { EVIDENCE_PATH, fileLinks } from '../public-files/file-links';
import { evidenceInMysql } from './adapters/evidence.repository-mysql';
import { AddEvidenceResolver } from './add-evidence/add-evidence.resolver';
import { openEvidence, receiveEvidence } from './add-evidence/receive-evidence.handler';
import { SIZE_BYTES_AT_MOST } from './model/evidence.model';
import { evidenceGate } from './require-evidence/evidence-gate.handler';
import { VerifyEvidenceResolver } from './verify-evidence/verify-evidence.resolver';
import { EvidenceLoader } from './view-evidence/evidence.loader';
import { EvidenceDownloadResolver, EvidenceOfSettlementResolver } from './view-evidence/evidence.resolver';

/** What proves settlements, and that nothing is posted without it where the regulation asks for it. */
export const EVIDENCE: Capability = {
  resolvers: [AddEvidenceResolver, VerifyEvidenceResolver, EvidenceOfSettlementResolver, EvidenceDownloadResolver],
  compose({ foundations: { database, clock }, settings, stores }) {
    const links = fileLinks(settings, clock).evidence;
    const { regulatedCaseOf, regulatedCasesBy, settlements } = stores;
    const evidence = evidenceInMysql;
    const loader = new EvidenceLoader(database);
    const receiving = { database, evidence, clock, linkKey: links.key, store: storeOnce(settings) };
    return {
      instances: [
        new AddEvidenceResolver({ database, clock, settlements, evidence, regulatedCaseOf }, links),
        new VerifyEvidenceResolver({ database, clock, evidence }, loader),
        new EvidenceOfSettlementResolver(database, loader, regulatedCasesBy),
        new EvidenceDownloadResolver(links),
      ],
      gates: [evidenceGate(evidence, regulatedCaseOf)],
      routes: fileRoutes({
        path: EVIDENCE_PATH,
        sizeBytesAtMost: SIZE_BYTES_AT_MOST,
        receive: (ticket, content) => receiveEvidence(ticket, content, receiving),
        open: (link) => openEvidence(link, receiving),
      }),
    };
  },
};

/** Opened when the first file comes; a service that was given no directory keeps files for its own lifetime only. */
function storeOnce(settings: Partial<FinanceEnvironment>): () => Promise<ContentStore> {
  let opened: Promise<ContentStore> | undefined;
  const open = async (): Promise<ContentStore> => {
    const directory = settings.REDRESS_ATTACHMENTS_DIRECTORY ?? (await mkdtemp(join(tmpdir(), 'redress-evidence-')));
    return openContentStore(directory, settings.REDRESS_ATTACHMENTS_S3_URL);
  };
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}
