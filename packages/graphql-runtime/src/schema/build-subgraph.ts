import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';
import type { ContainerType } from 'type-graphql';
import { commonRefusalTexts } from '../refusals/refusal-texts';
import type { RefusalTexts } from '../refusals/refusal-texts';
import { declareUserErrorCodes } from '../refusals/user-error.gql';
import { DateTimeScalar } from '../scalars/date-time';
import { createPubSub } from '../subscriptions/pub-sub';
import type { PubSub } from '../subscriptions/pub-sub';
import { restoreDefaultValues } from './default-values';
import { federationSdl, resolvableEntities } from './federation-sdl';
import { leaveOutNullArguments } from './null-arguments';
import { readPlainFieldsDirectly } from './plain-fields';
import { batchedReferenceResolver } from './reference-resolvers';
import type { ResolveReferences } from './reference-resolvers';

/** A class that type-graphql's decorators were put on. */
export type DecoratedClass = abstract new (...parameters: never[]) => object;

/** What a subgraph consists of. */
export interface SubgraphOptions {
  /** Classes with `@Resolver`. */
  readonly resolvers: readonly DecoratedClass[];
  /** Entity types that no query of this subgraph answers. */
  readonly orphanedTypes?: readonly DecoratedClass[];
  /** For each type with a resolvable `@key`: how to find its entities, many at once. */
  readonly references: Readonly<Record<string, ResolveReferences>>;
  /** Gives the instance of a resolver class; see `containerOf`. Not needed to print the SDL. */
  readonly container?: ContainerType;
  /** The service's own catalogue; the common texts are added. */
  readonly refusalTexts?: RefusalTexts;
  /** Topics of subscriptions; publish to the same object. */
  readonly pubSub?: PubSub;
}

/** An executable subgraph, its SDL for composition, and the texts of its refusals. */
export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  readonly refusalTexts: RefusalTexts;
}

/**
 * Builds a Federation 2 subgraph from decorated classes. Throws `Error` when a type with a resolvable `@key` has no
 * entry in `references`: the gateway could then make up entities that do not exist.
 */
export function buildSubgraph(options: SubgraphOptions): SubgraphSchema {
  const refusalTexts = { ...commonRefusalTexts, ...options.refusalTexts };
  declareUserErrorCodes(refusalTexts);
  readPlainFieldsDirectly();
  const decorated = buildSchemaSync({
    resolvers: [...options.resolvers] as [DecoratedClass, ...DecoratedClass[]],
    orphanedTypes: [...(options.orphanedTypes ?? [])],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    pubSub: options.pubSub ?? createPubSub(),
    validate: false,
    skipCheck: true,
    ...(options.container === undefined ? {} : { container: options.container }),
  });
  const sdl = federationSdl(decorated);
  const typeDefs = parse(sdl);
  requireReferences(resolvableEntities(typeDefs), Object.keys(options.references));
  const resolvers = createResolversMap(decorated) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(options.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: batchedReferenceResolver(type, resolve) };
  }
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  restoreDefaultValues(schema);
  leaveOutNullArguments(schema);
  return { schema, sdl, refusalTexts };
}

/** The container of instances that a composition root has made; each is found by its class. */
export function containerOf(instances: readonly object[]): ContainerType {
  const byClass = new Map<unknown, object>(instances.map((instance) => [instance.constructor, instance]));
  return {
    get: (wanted: { readonly name?: string }) => {
      const instance = byClass.get(wanted);
      if (instance === undefined) throw new Error(`no instance of ${wanted.name ?? 'a resolver class'} was given`);
      return instance;
    },
  };
}

function requireReferences(entities: readonly string[], references: readonly string[]): void {
  const missing = entities.filter((type) => !references.includes(type));
  const unknown = references.filter((type) => !entities.includes(type));
  if (missing.length > 0) throw new Error(`no reference resolver for ${missing.join(', ')}`);
  if (unknown.length > 0) throw new Error(`reference resolver for ${unknown.join(', ')}, which has no resolvable @key`);
}
