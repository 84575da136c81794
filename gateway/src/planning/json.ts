/** An object as it came out of a subgraph's JSON. */
export interface JsonObject {
  [key: string]: unknown;
}

/** Response keys and list indexes from the root of the answer. */
export type ResponsePath = readonly (string | number)[];

/** Whether the value is a JSON object, as opposed to a list, a scalar or null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Adds to `target` what another subgraph knows about the same object, in place. A null never replaces an object: it
 * means that one subgraph could not answer, not that the others are wrong.
 */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    target[key] = mergeValues(target[key], source[key]);
  }
}

function mergeValues(present: unknown, incoming: unknown): unknown {
  if (incoming === undefined || incoming === null) return present ?? incoming;
  if (Array.isArray(present) && Array.isArray(incoming) && present.length === incoming.length) {
    incoming.forEach((item, index) => {
      present[index] = mergeValues(present[index], item);
    });
    return present;
  }
  if (isJsonObject(present) && isJsonObject(incoming)) {
    mergeInto(present, incoming);
    return present;
  }
  return incoming;
}
