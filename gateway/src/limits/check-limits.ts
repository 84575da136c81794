import type { GraphQLError } from 'graphql';
import { limitExceeded } from './limit-exceeded';
import type { Limits } from './limits';
import { costOf, type OperationWeight } from './operation-weight';

/** The cost that was charged, shown to the client beside the answer; or the limit that was exceeded. */
export type LimitCheck =
  { readonly ok: true; readonly cost: number } | { readonly ok: false; readonly error: GraphQLError };

/** Checks an operation with its variables against the limits that the document alone does not show. */
export function checkLimits(
  weight: OperationWeight,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): LimitCheck {
  const { depth, selections } = weight.root;
  if (depth > limits.depth) return exceeded('depth', limits.depth, depth);
  if (selections > limits.selections) return exceeded('selections', limits.selections, selections);
  for (const { pageSize } of weight.lists) {
    const size = pageSize(variables);
    if (size > limits.pageSize) return exceeded('page size', limits.pageSize, size);
  }
  const cost = costOf(weight, variables);
  return cost > limits.cost ? exceeded('cost', limits.cost, cost) : { ok: true, cost };
}

function exceeded(limit: string, maximum: number, actual: number): LimitCheck {
  return { ok: false, error: limitExceeded(limit, maximum, actual) };
}
