import { getMetadataStorage } from 'type-graphql';

/**
 * Lets fields that only read a property skip the wrapper that type-graphql puts around them, which costs more than the
 * rest of a large list together. A field with authorisation or a middleware keeps its wrapper, because skipping it would
 * silently skip them too; so does one whose name differs from its property.
 */
export function readPlainFieldsDirectly(): void {
  const storage = getMetadataStorage();
  const guarded = new Set(
    [...storage.middlewares, ...storage.authorizedFields].map(({ target, fieldName }) => fieldKey(target, fieldName)),
  );
  for (const field of storage.fields) {
    field.simple ??= field.name === field.schemaName && !guarded.has(fieldKey(field.target, field.name));
  }
}

const targets = new WeakMap<object, number>();
let lastTarget = 0;

function fieldKey(target: object, name: string): string {
  let number = targets.get(target);
  if (number === undefined) {
    number = lastTarget += 1;
    targets.set(target, number);
  }
  return `${number}.${name}`;
}
