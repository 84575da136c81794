import type { Capability } from '../../capability';
import { askFigures } from '../questions/ask-figures.handler';
import { CasesBehindResolver } from './cases-behind.resolver';

/** Leads from a figure to the complaints that it counts. */
export const CASES_BEHIND: Capability = {
  resolvers: [CasesBehindResolver],
  compose: ({ foundations: { database, clock }, ask }) => ({
    instances: [new CasesBehindResolver(database, clock, askFigures(ask))],
  }),
};
