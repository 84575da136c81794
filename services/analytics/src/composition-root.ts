import { PRODUCERS, type Producer } from '@redress/contracts';
import { buildSubgraph, containerOf, type SubgraphSchema } from '@redress/graphql-runtime';
import type { EventHandlers } from '@redress/messaging';
import type { Composition, Foundations } from '@redress/service-host';
import type { Capability, CapabilityParts, EngineCapability } from './capability';
import type { AnalyticsEnvironment } from './environment';
import { ChangesResolver } from './changes';
import { COLUMNAR } from './columnar/composition-root';
import { takingIn, tendingGenerations } from './facts/composition-root';
import { analyticsRefusalTexts, categoryReferences, ComplaintCategory, MetricsResolver } from './metrics';
import { ACROSS } from './metrics/across/composition-root';
import { ANALYSES } from './metrics/analyses/composition-root';
import { CASES_BEHIND } from './metrics/cases-behind/composition-root';
import { metricService } from './metrics/composition-root';
import { FIGURES_EXPORT } from './metrics/export-figures/composition-root';
import { askFigures } from './metrics/questions/ask-figures.handler';
import { SCORECARD } from './metrics/scorecard/composition-root';
import { REPORTS } from './reports/composition-root';
import { reportRefusalTexts } from './reports/report-refusal-texts';
import { ROLLUP } from './rollup/composition-root';
import { SIGNALS } from './signals/composition-root';
import { signalRefusalTexts } from './signals/signal-refusal-texts';

/** What the service can do beside answering for metrics and showing changes. */
const CAPABILITIES: readonly Capability[] = [
  ACROSS,
  ANALYSES,
  CASES_BEHIND,
  FIGURES_EXPORT,
  SCORECARD,
  REPORTS,
  SIGNALS,
];

/** Engines that are asked before the facts, in the order of preference. */
const ENGINES: readonly EngineCapability[] = [ROLLUP, COLUMNAR];

/** What is kept beside the facts. */
export const factListeners = [...CAPABILITIES, ...ENGINES].flatMap(({ listeners }) => listeners ?? []);

/** Row classes of all capabilities. */
export const rows = CAPABILITIES.flatMap((capability) => capability.rows ?? []);

function subgraph(resolvers: readonly object[], references: Partial<CapabilityParts>['references']): SubgraphSchema {
  return buildSubgraph({
    resolvers: [MetricsResolver, ChangesResolver, ...CAPABILITIES.flatMap((capability) => capability.resolvers)],
    orphanedTypes: [ComplaintCategory, ...CAPABILITIES.flatMap(({ orphanedTypes }) => orphanedTypes ?? [])],
    references: { ComplaintCategory: categoryReferences, ...references },
    refusalTexts: { ...analyticsRefusalTexts, ...reportRefusalTexts, ...signalRefusalTexts },
    container: containerOf(resolvers),
  });
}

/** The subgraph without anything behind it: enough to print its schema. */
export function schemaOnly(): SubgraphSchema {
  const entities = CAPABILITIES.flatMap((capability) => capability.entities ?? []);
  return subgraph([], Object.fromEntries(entities.map((name) => [name, () => Promise.resolve([])])));
}

/** Wires the service. */
export function compose(foundations: Foundations, settings: Partial<AnalyticsEnvironment> = {}): Composition {
  const { database, clock } = foundations;
  const engines = ENGINES.map((capability) => capability.engine(foundations, settings));
  const ask = metricService(
    database,
    clock,
    engines.map(({ engine }) => engine),
  );
  const parts = CAPABILITIES.map((capability) => capability.compose({ foundations, settings, ask }));
  return {
    schema: subgraph(
      [
        new MetricsResolver(database, clock, askFigures(ask)),
        new ChangesResolver(database),
        ...parts.flatMap(({ instances }) => instances),
      ],
      Object.assign({}, ...parts.map(({ references }) => references ?? {})) as CapabilityParts['references'],
    ),
    consumptions: takingIn({
      listeners: factListeners,
      handlers: handlersOf(parts),
    }),
    workers: [
      tendingGenerations(foundations, factListeners),
      ...[...engines, ...parts].flatMap(({ workers }) => workers ?? []),
    ],
    routes: (app) => {
      for (const { routes } of parts) routes?.(app);
    },
  };
}

/** Handlers of all capabilities, one after the other where several hear the same event. */
function handlersOf(parts: readonly CapabilityParts[]): Record<Producer, EventHandlers> {
  const together = (producer: Producer): EventHandlers => {
    const all: Record<string, EventHandlers[string]> = {};
    for (const { handlers } of parts) {
      for (const [type, handler] of Object.entries(handlers?.[producer] ?? {})) {
        const before = all[type];
        all[type] = async (event, tx) => {
          await before?.(event, tx);
          await handler(event, tx);
        };
      }
    }
    return all;
  };
  return Object.fromEntries(PRODUCERS.map((producer) => [producer, together(producer)])) as Record<
    Producer,
    EventHandlers
  >;
}
