import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { lexicographicSortSchema, parse, printSchema, buildASTSchema } from 'graphql';

/** One service's contribution: its name in the graph and its emitted SDL. */
export interface SubgraphSource {
  readonly name: string;
  readonly sdl: string;
}

/** What a composition gives: the supergraph for the planner and the schema that clients see, or what is wrong. */
export type Composition =
  | { readonly ok: true; readonly supergraph: string; readonly publicSchema: string }
  | { readonly ok: false; readonly problems: readonly string[] };

const NOTICE = '# Composed from services/*/schema.graphql by `npm run compose` in gateway/. Do not edit.\n\n';

/**
 * Composes the subgraphs. Their addresses are placeholders: where a subgraph answers is configuration of the running
 * gateway. The output does not depend on the order of the sources.
 */
export function composeGraph(sources: readonly SubgraphSource[]): Composition {
  const services = [...sources]
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ name, sdl }) => ({ name, url: `http://${name}.subgraph/graphql`, typeDefs: parse(sdl) }));
  const result = composeServices(services);
  if (compositionHasErrors(result)) {
    return { ok: false, problems: result.errors.map((error) => error.message) };
  }
  const publicSchema = printSchema(lexicographicSortSchema(buildASTSchema(result.publicDocumentNode)));
  return {
    ok: true,
    supergraph: `${NOTICE}${result.supergraphSdl.trim()}\n`,
    publicSchema: `${NOTICE}${publicSchema.trim()}\n`,
  };
}
