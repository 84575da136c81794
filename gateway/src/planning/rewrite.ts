import type { GraphQLSchema } from 'graphql';
import type { FetchNodePathSegment, FetchRewrite } from '@graphql-hive/router-query-planner';
import { concreteTypes } from './entity-path';
import { isJsonObject, type JsonObject } from './json';

/** Changes a subgraph's answer, or what is sent to it, in place: the planner's answer to conflicting names. */
export type Rewrite = (value: unknown) => void;

type Change = (owner: JsonObject, key: string) => void;

/** Prepares one of the planner's rewrites: a renamed response key, or a value that is set. */
export function rewrite(source: FetchRewrite, schema: GraphQLSchema): Rewrite {
  if ('KeyRenamer' in source) {
    const { path, renameKeyTo } = source.KeyRenamer;
    return alongPath(path, schema, (owner, key) => {
      if (!(key in owner)) return;
      owner[renameKeyTo] = owner[key];
      Reflect.deleteProperty(owner, key);
    });
  }
  const { path, setValueTo } = 'ValueSetter' in source ? source.ValueSetter : source;
  return alongPath(path, schema, (owner, key) => {
    owner[key] = setValueTo;
  });
}

function alongPath(path: readonly FetchNodePathSegment[], schema: GraphQLSchema, change: Change): Rewrite {
  const [segment, ...rest] = path;
  if (segment === undefined) return () => undefined;
  if ('TypenameEquals' in segment) {
    // The planner gives one name as a text and several as a list.
    const names = new Set([segment.TypenameEquals].flat().flatMap((name) => concreteTypes(name, schema)));
    const next = alongPath(rest, schema, change);
    return onEach((owner) => {
      const name = owner['__typename'];
      if (typeof name !== 'string' || names.has(name)) next(owner);
    });
  }
  if (rest.length === 0) return onEach((owner) => change(owner, segment.Key));
  const next = alongPath(rest, schema, change);
  return onEach((owner) => next(owner[segment.Key]));
}

function onEach(apply: (owner: JsonObject) => void): Rewrite {
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isJsonObject(value)) apply(value);
  };
  return visit;
}
