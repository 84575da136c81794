import Ajv2020 from 'ajv/dist/2020';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { regulationJsonSchema } from './regulation-json-schema';

const PACKAGE = join(__dirname, '..', '..');
const DATA = join(PACKAGE, 'data', 'regulations');

/** Paths of members without a description. */
function undescribed(schema: unknown, path = ''): string[] {
  if (Array.isArray(schema)) return schema.flatMap((part) => undescribed(part, path));
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]: [string, unknown]) => {
    if (keyword !== 'properties') return undescribed(value, path);
    return Object.entries(value as Record<string, object>).flatMap(([member, part]) => [
      ...('description' in part ? [] : [`${path}/${member}`]),
      ...undescribed(part, `${path}/${member}`),
    ]);
  });
}

describe('the JSON Schema of regulation files', () => {
  it('is committed as the types give it', () => {
    expect(readFileSync(join(PACKAGE, 'schema', 'regulation.schema.json'), 'utf8')).toBe(regulationJsonSchema());
  });

  it('describes every member', () => {
    expect(undescribed(JSON.parse(regulationJsonSchema()))).toEqual([]);
  });

  it('accepts the shipped files and refuses an unknown member', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(regulationJsonSchema()) as object);
    for (const name of readdirSync(DATA)) {
      const regulation = JSON.parse(readFileSync(join(DATA, name), 'utf8')) as object;
      expect([name, validate(regulation), validate.errors]).toEqual([name, true, null]);
      expect(validate({ ...regulation, wizard: true })).toBe(false);
    }
  });
});
