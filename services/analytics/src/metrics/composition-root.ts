import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { askMetrics, type AskMetrics } from './answer-metrics.handler';
import { completeness } from './completeness.query';
import type { MetricsEngine } from './engines/engine.model';
import { factsEngine } from './engines/facts-engine.query';

/** The metric service over the given engines, and over the facts for what none of them can tell. */
export const metricService = (database: Database, clock: Clock, engines: readonly MetricsEngine[] = []): AskMetrics =>
  askMetrics({ engines: [...engines, factsEngine(database)], clock, isComplete: completeness(database) });
