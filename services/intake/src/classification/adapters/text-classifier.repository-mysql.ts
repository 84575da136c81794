import type { Clock } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import type { CategoryBook } from '../../category/model/category-book.repository';
import { CATEGORY_AXIS } from '../../complaint/model/matter.model';
import { termsOf, textTerms } from '../../search/search-tokens';
import { namedAxes, suggestValues } from '../model/suggest-values';
import type { TextClassifier } from '../model/text-classifier.repository';
import { learn, type Example, type TextModel } from '../model/text-model';

interface ExampleRow {
  readonly axis: string;
  readonly value: string;
  readonly tokens: string;
}

const FRESH_FOR_MS = 60_000;
/** The latest count: what people decided long ago may not be what they would decide now. */
const EXAMPLES_AT_MOST = 1_000;
const TENANTS_AT_MOST = 200;

/** The words are those of the search index, so that they go when the complaint's own do. */
const EXAMPLES = `
  SELECT e.axis, e.value, t.tokens
  FROM classification_example e JOIN complaint_content t ON t.tenant_id = e.tenant_id AND t.complaint_id = e.complaint_id
  WHERE e.tenant_id = :tenantId ORDER BY e.learned_at DESC LIMIT ${EXAMPLES_AT_MOST}`;

const LEARN = `
  INSERT INTO classification_example (tenant_id, complaint_id, axis, value, learned_at)
  VALUES (:tenantId, :complaintId, :axis, :value, :at)
  ON DUPLICATE KEY UPDATE value = :value, learned_at = :at`;

type Models = ReadonlyMap<string, TextModel>;

/** The classifier over MySQL: examples are stored, what they teach is remembered for a minute. */
export function mysqlTextClassifier(categories: CategoryBook, clock: Clock): TextClassifier {
  const remembered = new Map<string, { readonly models: Models; readonly readAtMs: number }>();
  const modelsFor = async (reader: TenantReader): Promise<Models> => {
    const nowMs = clock.now().getTime();
    const known = remembered.get(reader.tenantId);
    if (known !== undefined && nowMs - known.readAtMs < FRESH_FOR_MS) return known.models;
    const models = modelsOf(await reader.query<ExampleRow>(EXAMPLES));
    if (remembered.size >= TENANTS_AT_MOST) remembered.clear();
    remembered.set(reader.tenantId, { models, readAtMs: nowMs });
    return models;
  };
  return {
    async suggest(reader, regulation, texts) {
      const models = await modelsFor(reader);
      const given = new Set(models.get(CATEGORY_AXIS)?.values.keys());
      const axes = namedAxes(regulation.classification, await categories.all(reader), given);
      return suggestValues(axes, models, textTerms(texts));
    },

    async learn(tx, complaintId, values, at) {
      for (const [axis, value] of Object.entries(values)) await tx.execute(LEARN, { complaintId, axis, value, at });
      tx.afterCommit(() => {
        remembered.delete(tx.tenantId);
      });
    },
  };
}

function modelsOf(rows: readonly ExampleRow[]): Models {
  const byAxis = new Map<string, Example[]>();
  for (const { axis, value, tokens } of rows) {
    const examples = byAxis.get(axis) ?? [];
    examples.push({ value, terms: termsOf(tokens) });
    byAxis.set(axis, examples);
  }
  return new Map([...byAxis].map(([axis, examples]) => [axis, learn(examples)]));
}
