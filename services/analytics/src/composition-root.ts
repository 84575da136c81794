import { buildSubgraph, containerOf, type SubgraphSchema } from '@redress/graphql-runtime';
import type { Composition, Foundations } from '@redress/service-host';
import { ChangesResolver } from './changes';
import { consumptions } from './facts';
import { analyticsRefusalTexts, categoryReferences, ComplaintCategory, MetricsResolver } from './metrics';

function subgraph(resolvers: readonly object[]): SubgraphSchema {
  return buildSubgraph({
    resolvers: [MetricsResolver, ChangesResolver],
    orphanedTypes: [ComplaintCategory],
    references: { ComplaintCategory: categoryReferences },
    refusalTexts: analyticsRefusalTexts,
    container: containerOf(resolvers),
  });
}

/** The subgraph without anything behind it: enough to print its schema. */
export function schemaOnly(): SubgraphSchema {
  return subgraph([]);
}

/** Wires the service. */
export function compose({ database, clock }: Foundations): Composition {
  return {
    schema: subgraph([new MetricsResolver(database, clock), new ChangesResolver(database)]),
    consumptions: consumptions(),
  };
}
