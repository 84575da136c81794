import { isJsonObject, type JsonObject } from './json';
import type { FieldShape, ObjectShape, TypeShape } from './response-shape';
import { isMet } from './selection-condition';

/** Stands for a null where the schema allows none: it travels up to the next place that does. */
const VIOLATION = Symbol('null where none may be');

type Variables = Readonly<Record<string, unknown>>;

/** The answer in the client's order and shape, without what was fetched for the joins only. */
export interface Projected {
  readonly data: JsonObject | null;
  /** Whether a value was missing where the schema promises one. */
  readonly violated: boolean;
}

/** Shapes the collected data into the answer; a missing value becomes null at the next nullable place. */
export function projectResponse(data: JsonObject, shape: ObjectShape, variables: Variables): Projected {
  const projection = new Projection(variables);
  const result = projection.object(data, shape);
  return { data: result === VIOLATION ? null : result, violated: projection.violated };
}

class Projection {
  violated = false;

  constructor(private readonly variables: Variables) {}

  object(source: JsonObject, shape: ObjectShape): JsonObject | typeof VIOLATION {
    const typeName = shape.typeName ?? String(source['__typename']);
    const fields = shape.fieldsOf(typeName);
    // A type that clients may not see, or one that this gateway does not know yet.
    if (fields === undefined) return VIOLATION;
    const result: JsonObject = {};
    for (const field of fields) {
      if (!isMet(field.condition, this.variables)) continue;
      const value = field.isTypeName ? typeName : this.value(source[field.key], field.type, field);
      if (value === VIOLATION) return VIOLATION;
      result[field.key] = value;
    }
    return result;
  }

  private value(value: unknown, type: TypeShape, field: FieldShape): unknown {
    const completed = this.nullable(value, type, field);
    if (completed !== null && completed !== VIOLATION) return completed;
    if (!type.nonNull) return null;
    this.violated = true;
    return VIOLATION;
  }

  private nullable(value: unknown, type: TypeShape, field: FieldShape): unknown {
    if (value === null || value === undefined) return null;
    if (type.items !== undefined) return Array.isArray(value) ? this.list(value, type.items, field) : null;
    if (field.object !== undefined) return isJsonObject(value) ? this.object(value, field.object) : null;
    if (field.values !== undefined) return typeof value === 'string' && field.values.has(value) ? value : null;
    // A response key such as `toString` that no subgraph answered finds the function of every object.
    return typeof value === 'function' ? null : value;
  }

  private list(values: readonly unknown[], items: TypeShape, field: FieldShape): unknown {
    const result: unknown[] = [];
    for (const value of values) {
      const completed = this.value(value, items, field);
      if (completed === VIOLATION) return VIOLATION;
      result.push(completed);
    }
    return result;
  }
}
