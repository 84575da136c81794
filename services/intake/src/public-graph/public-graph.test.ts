import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogueGaps, subgraphSdl, undescribed } from '@redress/graphql-runtime';
import { schemaOnly } from '../composition-root';
import { intakeRefusalTexts } from '../intake-refusal-texts';

describe('the subgraph', () => {
  const schema = schemaOnly();

  it('is the one in schema.graphql', async () => {
    const committed = await readFile(join(__dirname, '..', '..', 'schema.graphql'), 'utf8');
    expect(subgraphSdl(schema)).toBe(committed);
  });

  it('describes everything in it', () => {
    expect(undescribed(schema.sdl)).toEqual([]);
  });
});

describe('the refusals', () => {
  it('have a text in both languages, with the same facts', () => {
    expect(catalogueGaps(Object.keys(intakeRefusalTexts), intakeRefusalTexts)).toEqual([]);
  });
});
