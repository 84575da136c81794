import type { Capability } from '../../capability';
import { askFigures } from '../questions/ask-figures.handler';
import { ExportFiguresResolver } from './export-figures.resolver';

/** Writes figures as files, from the same answers as the screen. */
export const FIGURES_EXPORT: Capability = {
  resolvers: [ExportFiguresResolver],
  compose: ({ foundations, ask }) => ({
    instances: [new ExportFiguresResolver(askFigures(ask), foundations.clock)],
  }),
};
