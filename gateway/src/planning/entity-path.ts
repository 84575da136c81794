import type { GraphQLSchema } from 'graphql';
import { isAbstractType } from 'graphql';
import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isJsonObject, type JsonObject, type ResponsePath } from './json';

/** One step from the root of the answer towards the objects that a fetch completes. */
export type EntityPathStep =
  | { readonly kind: 'field'; readonly key: string }
  | { readonly kind: 'list' }
  | { readonly kind: 'type'; readonly names: ReadonlySet<string> };

/** Objects found along a path; `paths` runs parallel to `objects` when places were asked for. */
export interface FoundEntities {
  readonly objects: JsonObject[];
  readonly paths?: ResponsePath[];
}

/** Prepares the planner's path: type conditions become the set of concrete types that satisfy them. */
export function entityPath(segments: readonly FlattenNodePathSegment[], schema: GraphQLSchema): EntityPathStep[] {
  return segments.map((segment): EntityPathStep => {
    if (segment === '@') return { kind: 'list' };
    if ('Field' in segment) return { kind: 'field', key: segment.Field };
    return { kind: 'type', names: new Set(segment.TypeCondition.flatMap((name) => concreteTypes(name, schema))) };
  });
}

/** The type itself and, for an interface or a union, all that belong to it. */
export function concreteTypes(name: string, schema: GraphQLSchema): string[] {
  const type = schema.getType(name);
  return isAbstractType(type) ? [name, ...schema.getPossibleTypes(type).map((possible) => possible.name)] : [name];
}

/** Walks along the path through lists and collects the objects at its end, in the order of the answer. */
export function findEntities(root: unknown, path: readonly EntityPathStep[], withPaths: boolean): FoundEntities {
  const objects: JsonObject[] = [];
  const paths: ResponsePath[] | undefined = withPaths ? [] : undefined;
  walk(root, path, 0, [], objects, paths);
  return paths === undefined ? { objects } : { objects, paths };
}

function walk(
  value: unknown,
  steps: readonly EntityPathStep[],
  depth: number,
  trail: (string | number)[],
  objects: JsonObject[],
  paths: ResponsePath[] | undefined,
): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    // The planner leaves the list marker out at the end of a path and before type conditions.
    const next = steps[depth]?.kind === 'list' ? depth + 1 : depth;
    value.forEach((item, index) => {
      trail.push(index);
      walk(item, steps, next, trail, objects, paths);
      trail.pop();
    });
    return;
  }
  if (!isJsonObject(value)) return;
  const step = steps[depth];
  if (step === undefined) {
    objects.push(value);
    paths?.push([...trail]);
  } else if (step.kind === 'field') {
    trail.push(step.key);
    walk(value[step.key], steps, depth + 1, trail, objects, paths);
    trail.pop();
  } else if (step.kind === 'type') {
    const name = value['__typename'];
    if (typeof name !== 'string' || step.names.has(name)) walk(value, steps, depth + 1, trail, objects, paths);
  }
}
