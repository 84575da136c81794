import { fileRoutes } from '@redress/files';
import type { Capability } from '../../capability';
import { askFigures } from '../questions/ask-figures.handler';
import { figuresDownloadsInMysql } from './adapters/figures-downloads.repository-mysql';
import { ExportFiguresResolver } from './export-figures.resolver';
import { figuresFile } from './figures-file.mapper';
import { FIGURES_PATH, figuresLinks } from './figures-links.client';
import { openFigures } from './open-figures.handler';
import { PrepareFiguresResolver } from './prepare-figures.resolver';

/** Writes figures as files, from the same answers as the screen. */
export const FIGURES_EXPORT: Capability = {
  resolvers: [ExportFiguresResolver, PrepareFiguresResolver],
  compose({ foundations: { database, clock }, settings, ask: answering }) {
    const ask = askFigures(answering);
    const links = figuresLinks({ publicUrl: settings.REDRESS_PUBLIC_URL, secret: settings.REDRESS_CURSOR_KEY });
    const parts = { database, clock, ask, links, fileOf: figuresFile, downloads: figuresDownloadsInMysql };
    return {
      instances: [new ExportFiguresResolver(parts, clock), new PrepareFiguresResolver(parts)],
      routes: fileRoutes({ path: FIGURES_PATH, sizeBytesAtMost: 0, open: (link) => openFigures(link, parts) }),
    };
  },
};
