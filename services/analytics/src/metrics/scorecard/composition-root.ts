import type { Capability } from '../../capability';
import { reportAdoptionsInMysql } from '../../reports/adapters/report-adoption.repository-mysql';
import { askFigures } from '../questions/ask-figures.handler';
import { outsideFiguresInMysql } from './adapters/outside-figures.repository-mysql';
import { improvementPointsFound } from './improvement-points.query';
import { ScorecardResolver } from './scorecard.resolver';

/** Holds figures against the targets and standards of the adopted regulation. */
export const SCORECARD: Capability = {
  resolvers: [ScorecardResolver],
  compose({ foundations: { database, clock }, ask }) {
    const parts = {
      ...{ database, figures: outsideFiguresInMysql, ask: askFigures(ask) },
      adoptions: reportAdoptionsInMysql(database),
      improvementPoints: improvementPointsFound(database),
    };
    return { instances: [new ScorecardResolver(parts, clock)] };
  },
};
