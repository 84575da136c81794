import type { Capability } from '../../capability';
import { askFigures } from '../questions/ask-figures.handler';
import { AcrossResolver } from './across.resolver';
import { askAcross } from './ask-across.handler';

/** One question to several organisations, for their operator. */
export const ACROSS: Capability = {
  resolvers: [AcrossResolver],
  compose: ({ foundations, ask }) => ({
    instances: [new AcrossResolver(askAcross(askFigures(ask)), foundations.clock)],
  }),
};
