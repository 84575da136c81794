import type { GraphContext } from '../context/graph-context';

/** What the gateway sends to name an entity: its type and the fields of one of its keys. */
export type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };

/**
 * Finds the entities of one type and key shape, in the order of the representations: `null` for one that does not exist
 * or that the viewer may not see (the two must not be told apart), an `Error` to fail that one alone.
 */
export type ResolveReferences = (
  representations: readonly Representation[],
  context: GraphContext,
) => Promise<readonly (object | null | Error)[]>;

/** The `__resolveReference` of a type; representations of one shape reach `resolve` together, each once. */
export function batchedReferenceResolver(
  type: string,
  resolve: ResolveReferences,
): (representation: Representation, context: GraphContext) => Promise<object | null> {
  return async (representation, context) => {
    const shape = Object.keys(representation).sort().join();
    const loader = context.loader<Representation, object>(`reference:${type}:${shape}`, (representations) =>
      resolve(representations, context),
    );
    const entity = await loader.load(representation);
    return entity === null || Object.isExtensible(entity) ? entity : thawed(entity);
  };
}

/** The federation library writes `__typename` onto what it is given. */
function thawed(entity: object): object {
  return Object.assign(Object.create(Object.getPrototypeOf(entity) as object | null) as object, entity);
}
