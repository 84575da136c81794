import type { Refusal } from '@redress/kernel';
import type { GraphContext } from '../context/graph-context';
import { toMoney } from '../money/money-values';
import { refusalMessage } from './refusal-texts';
import type { UserError } from './user-error.gql';

/** The refusals as the caller sees them, in its language. Throws `Error` for a code without a text: that is a bug. */
export function toUserErrors(
  refusals: readonly Refusal[],
  context: Pick<GraphContext, 'locale' | 'refusalTexts'>,
): UserError[] {
  return refusals.map(({ code, facts, path, retryable, details }) => {
    const message = refusalMessage(context.refusalTexts, code, context.locale, facts);
    if (message === undefined) throw new Error(`the refusal ${code} has no text`);
    return {
      code,
      message,
      path: path ?? null,
      retryable: retryable ?? false,
      details:
        details === undefined
          ? null
          : {
              maximum: details.maximum === undefined ? null : toMoney(details.maximum),
              currentVersion: details.currentVersion ?? null,
              currentState: details.currentState ?? null,
              allowed: details.allowed ?? null,
              limit: details.limit ?? null,
            },
    };
  });
}
