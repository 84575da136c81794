import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isInterfaceType } from 'graphql';

const ROOT = join(__dirname, '..', '..');
/** It is shown with the organisation and has no key of its own. */
const WITHOUT_A_KEY = ['Adoption'];

const typesWithAnId = (file: string): string[] => {
  const schema = buildSchema(readFileSync(join(ROOT, file), 'utf8'), { assumeValid: true });
  const node = schema.getType('Node');
  return isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
};

describe('the types that have a global id', () => {
  it('are all known to the service that answers node', () => {
    const all = typesWithAnId('gateway/schema.graphql');
    const known = typesWithAnId('services/intake/schema.graphql');
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((type) => !known.includes(type) && !WITHOUT_A_KEY.includes(type))).toEqual([]);
  });
});
