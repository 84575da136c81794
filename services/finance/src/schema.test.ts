import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueGaps, undescribed } from '@redress/graphql-runtime';
import { schemaOnly } from './composition-root';
import { financeRefusalTexts } from './refusal-texts';

describe('the schema of finance', () => {
  const { sdl } = schemaOnly();

  it('describes everything', () => {
    expect(undescribed(sdl)).toEqual([]);
  });

  it('is the one that was committed', () => {
    const committed = readFileSync(join(__dirname, '..', 'schema.graphql'), 'utf8');
    expect(committed).toContain(sdl.trim());
  });

  it('has a text in both languages for every refusal', () => {
    expect(catalogueGaps(Object.keys(financeRefusalTexts), financeRefusalTexts)).toEqual([]);
  });
});
