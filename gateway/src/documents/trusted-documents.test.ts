import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { publicParts } from '../access/public-parts';
import { operationFacts } from '../graph/operation-facts';
import { checkLimits } from '../limits/check-limits';
import { documentLimitsRule } from '../limits/document-limits.rule';
import { PUBLIC_LIMITS } from '../limits/limits';
import { parseWithinLimits } from '../limits/parse-within-limits';
import { documentId, readTrustedDocuments } from './trusted-documents';

const FOLDER = join(__dirname, '..', '..');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

describe('the trusted documents', () => {
  const schema = buildSchema(read('schema.graphql'));
  const facts = operationFacts(schema, publicParts(read('supergraph.graphql')));
  const documents = readTrustedDocuments(join(FOLDER, 'documents'));

  it('are found by the digest of their text', () => {
    expect(documents.all.length).toBeGreaterThan(5);
    for (const { text } of documents.all) expect(documents.find(documentId(text))).toBe(text);
    expect(documents.find('sha256:00')).toBeUndefined();
  });

  it.each(documents.all.map(({ name, text }) => [name, text]))('%s fits the graph and its limits', (_, text) => {
    const document = parseWithinLimits(text, PUBLIC_LIMITS.tokens);
    expect(validate(schema, parse(text))).toEqual([]);
    expect(validate(schema, document, [documentLimitsRule(PUBLIC_LIMITS)])).toEqual([]);
    const found = facts(document, undefined);
    expect(found && checkLimits(found.weight, {}, PUBLIC_LIMITS)).toMatchObject({ ok: true });
    expect(text).toMatch(/^# For [^:]+: .+\n/);
  });
});
