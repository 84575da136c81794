import type { ExecutionResult } from 'graphql';
import { readSubgraphError } from './subgraph-errors';

/** A subgraph's answer with its errors as callers may see them; `undefined` when the text is no GraphQL answer. */
export function readAnswer(text: string): ExecutionResult | undefined {
  try {
    const { data, errors } = JSON.parse(text) as { data?: ExecutionResult['data']; errors?: unknown };
    if (Array.isArray(errors) && errors.length > 0) {
      return { data: data ?? null, errors: errors.map(readSubgraphError) };
    }
    return data === undefined || data === null ? undefined : { data };
  } catch {
    return undefined;
  }
}
