import { fileRoutes } from '@redress/files';
import { Counter } from '@redress/observability';
import { repeat, type Foundations, type Repetition } from '@redress/service-host';
import type { Capability } from '../capability';
import { journalPositionsInMysql } from '../ledger/adapters/journal-position-mysql';
import { savedViewsInMysql } from '../saved-view/adapters/saved-view.repository-mysql';
import { writeMonthEndPackage } from '../period-close/month-end-package/month-end-package.query';
import { exportsInMysql } from './adapters/export.repository-mysql';
import { CancelExportResolver } from './cancel-export/cancel-export.resolver';
import { openDownload } from './download-export/open-download.handler';
import { EXPORTS_PATH, exportLinks } from './model/export-links.client';
import type { ExportRepository } from './model/export.repository';
import { ROW_SOURCES } from './read-rows/row-sources.query';
import { runExport } from './run-export/run-export.handler';
import { createExportJob, type ExportJob } from './run-export/run-exports.job';
import type { PackageContent } from './run-export/write-package.handler';
import { StartExportResolver } from './start-export/start-export.resolver';
import { ExportLoader } from './view-exports/export.reference';
import { ExportsResolver } from './view-exports/exports.resolver';
import { FILE_FORMATS } from './write-file/file-formats.mapper';

const PAGES = { rowsOfPage: 2_000, rowsOfPart: 10_000 };
const LEASE_MS = 60_000;
const POLL_MS = 1_000;
const EXPIRED_EVERY_MS = 600_000;
const EXPIRED_AT_A_TIME = 50;

/** Files of many rows, for staff. */
export const EXPORT: Capability = {
  resolvers: [ExportsResolver, StartExportResolver, CancelExportResolver],
  compose({ foundations, settings, stores: { database, clock, calendar } }) {
    const exports = exportsInMysql(database);
    const linkSettings = { publicUrl: settings.REDRESS_PUBLIC_URL, secret: settings.REDRESS_CURSOR_KEY };
    const links = exportLinks(linkSettings, clock);
    const loader = new ExportLoader(database, exports, links);
    const job = exportJob(foundations, exports, (reader, month) =>
      writeMonthEndPackage(reader, month, (each, day) => calendar.startOfDay(each, day)),
    );
    const dependencies = { database, clock, exports, journal: journalPositionsInMysql, wake: () => job.wake() };
    const download = { database, clock, exports, links, sources: ROW_SOURCES, formats: FILE_FORMATS };
    return {
      instances: [
        new ExportsResolver(database, loader),
        new StartExportResolver(dependencies, savedViewsInMysql, loader),
        new CancelExportResolver(dependencies, loader),
      ],
      workers: [{ name: 'exports', start: () => job.start(), stop: () => job.stop() }, expiry(foundations, exports)],
      routes: fileRoutes({
        path: EXPORTS_PATH,
        sizeBytesAtMost: 0,
        open: (link, query) => openDownload(link, query, download),
      }),
    };
  },
};

function exportJob(
  { database, clock, logger, metrics }: Foundations,
  exports: ExportRepository,
  packageOf: PackageContent,
): ExportJob {
  const ended = new Counter({
    name: 'finance_exports_total',
    help: 'Runs of exports by how they ended.',
    labelNames: ['end'],
    registers: [metrics],
  });
  const plan = {
    database,
    clock,
    exports,
    sources: ROW_SOURCES,
    formats: FILE_FORMATS,
    packageOf,
    size: PAGES,
    leaseMs: LEASE_MS,
  };
  return createExportJob({
    lease: () => exports.lease(LEASE_MS),
    run: (leased, stopping) => runExport(leased, { ...plan, stopping }),
    ended: (end) => ended.inc({ end }),
    logger,
    pollMs: POLL_MS,
  });
}

function expiry({ logger }: Foundations, exports: ExportRepository) {
  let repetition: Repetition | undefined;
  return {
    name: 'expired exports',
    start: () => {
      const failed = (exportId: string, error: unknown) => {
        logger.warn({ exportId, error }, 'an expired export could not be taken away');
      };
      const expire = () => exports.expire(EXPIRED_AT_A_TIME, failed);
      repetition = repeat('expired exports', EXPIRED_EVERY_MS, logger, expire);
      return Promise.resolve();
    },
    stop: () => repetition?.stop() ?? Promise.resolve(),
  };
}
