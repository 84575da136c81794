import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAdoption } from '../adoption/check-adoption';
import { readRegulation } from '../regulation/regulation-file';
import { STAGE_KINDS } from '../regulation/vocabulary.model';
import { regulationSchema } from '../regulation/regulation.model';
import { checkRegulation } from './check-regulation';

const page = readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'regulation-format.md'), 'utf8');
const [example = '', settings = ''] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block = '']) => block);

const SCHEMA = join(__dirname, '..', '..', 'schema', 'regulation.schema.json');

/** All words of the enumerations in a JSON schema. */
function wordsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]): readonly string[] =>
    (name === 'enum' || name === 'const') && !('properties' in schema)
      ? [value as unknown].flat().filter((word): word is string => typeof word === 'string')
      : wordsOf(value),
  );
}

describe('the page on the format', () => {
  it('has an example without a mistake, and an adoption that fills it in', () => {
    expect(checkRegulation('example.json', example)).toEqual([]);
    const adoption = checkAdoption(readRegulation('example.json', example), JSON.parse(settings));
    expect(adoption.ok ? [] : adoption.refusals).toEqual([]);
  });

  it('names every kind of stage and every part of a file', () => {
    const parts = Object.keys(regulationSchema.shape).filter(
      (part) => !['missing', 'industry', 'variantOf'].includes(part),
    );
    for (const name of [...STAGE_KINDS, ...parts]) expect(page).toContain(name);
  });

  it('names every word that a member may be', () => {
    const words = wordsOf(JSON.parse(readFileSync(SCHEMA, 'utf8')) as unknown);
    expect(words).toContain('COMMUNICATING_THE_DECISION');
    expect(words.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
  });
});
