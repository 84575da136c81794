import type { Capability } from '../../capability';
import { askFigures } from '../questions/ask-figures.handler';
import { AnalysesResolver } from './analyses.resolver';
import { Analyses } from './ask-analyses.handler';

/** Answers in shapes of their own: parts of a whole, funnels, cohorts, heat maps and distributions. */
export const ANALYSES: Capability = {
  resolvers: [AnalysesResolver],
  compose: ({ foundations, ask }) => ({
    instances: [new AnalysesResolver(new Analyses(askFigures(ask)), foundations.clock)],
  }),
};
