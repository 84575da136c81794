import type { GraphQLSchema } from 'graphql';
import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { concreteTypes } from './entity-path';
import { isJsonObject, type JsonObject } from './json';

/** Takes from an object what a subgraph needs to find it again; `undefined` when the object lacks it. */
export type Representation = (entity: JsonObject) => JsonObject | undefined;

type Projection = (entity: JsonObject, into: JsonObject) => void;

/** Prepares the planner's list of required fields. */
export function representation(requires: readonly RequiresSelection[], schema: GraphQLSchema): Representation {
  const project = projection(requires, schema);
  return (entity) => {
    const result: JsonObject = {};
    project(entity, result);
    const keys = Object.keys(result);
    if (keys.length === 0 || (keys.length === 1 && keys[0] === '__typename')) return undefined;
    if (result['__typename'] === undefined) result['__typename'] = entity['__typename'];
    return result;
  };
}

function projection(selections: readonly RequiresSelection[], schema: GraphQLSchema): Projection {
  const parts = selections.map((selection): Projection => {
    switch (selection.kind) {
      case 'Field': {
        const { name, alias = name } = selection;
        const inner = selection.selections === undefined ? undefined : projection(selection.selections, schema);
        return (entity, into) => {
          const value = take(entity[name] ?? entity[alias], inner);
          if (value !== null && value !== undefined) into[alias] = value;
        };
      }
      case 'InlineFragment': {
        const names = new Set(concreteTypes(selection.typeCondition, schema));
        const inner = projection(selection.selections, schema);
        return (entity, into) => {
          if (names.has(String(entity['__typename']))) inner(entity, into);
        };
      }
      case 'FragmentSpread':
        throw new Error('the planner never spreads fragments in what a fetch requires');
    }
  });
  return (entity, into) => {
    for (const part of parts) part(entity, into);
  };
}

function take(value: unknown, inner: Projection | undefined): unknown {
  if (inner === undefined || value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => take(item, inner));
  if (!isJsonObject(value)) return value;
  const result: JsonObject = {};
  inner(value, result);
  return result;
}
