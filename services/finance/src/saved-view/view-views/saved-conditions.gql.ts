import { PublicError } from '@redress/graphql-runtime';
import { coerceInputValue, isInputType, type GraphQLSchema } from 'graphql';
import type { SettlementWhereInput } from '../../settlement/view-settlements/settlement-where.gql';

/** What was saved, read by the schema as it is now. */
export interface SavedConditions {
  readonly where: SettlementWhereInput | undefined;
  /** What the schema does not know or take any more; nothing is left out silently, so that a view never shows too much. */
  readonly problems: readonly string[];
}

/** Reads saved conditions as the schema would read them from a request. */
export function readSavedConditions(schema: GraphQLSchema, conditions: object): SavedConditions {
  const type = schema.getType('SettlementWhereInput');
  if (!isInputType(type)) throw new Error('the schema has no SettlementWhereInput');
  const problems: string[] = [];
  const where = coerceInputValue(conditions, type, (path, _value, error) => {
    problems.push(`${['where', ...path].join('.')}: ${error.message}`);
  }) as SettlementWhereInput;
  return problems.length === 0 ? { where, problems } : { where: undefined, problems };
}

/** The conditions of a view for a list. Throws `FILTER_INVALID` with every problem when they cannot be used as they are. */
export function usableConditions(
  schema: GraphQLSchema,
  { name, conditions }: { readonly name: string; readonly conditions: object },
): SettlementWhereInput | undefined {
  const { where, problems } = readSavedConditions(schema, conditions);
  if (problems.length === 0) return where;
  throw new PublicError('FILTER_INVALID', `The view “${name}” must be saved again: ${problems.join(' ')}`, {
    dimension: 'view',
    problems,
  });
}
