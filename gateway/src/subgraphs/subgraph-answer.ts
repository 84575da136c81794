import type { ExecutionResult } from 'graphql';
import { readSubgraphError } from './subgraph-errors';

interface Answered {
  readonly data?: ExecutionResult['data'];
  readonly errors?: unknown;
  readonly extensions?: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A subgraph's answer with its errors as callers may see them; `undefined` when the text is no GraphQL answer. */
export function readAnswer(text: string): ExecutionResult | undefined {
  try {
    const { data, errors, extensions } = JSON.parse(text) as Answered;
    const remarks = isRecord(extensions) ? { extensions } : {};
    if (Array.isArray(errors) && errors.length > 0) {
      return { data: data ?? null, errors: errors.map(readSubgraphError), ...remarks };
    }
    return data === undefined || data === null ? undefined : { data, ...remarks };
  } catch {
    return undefined;
  }
}
