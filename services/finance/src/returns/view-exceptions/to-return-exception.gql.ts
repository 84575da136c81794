import { toGlobalId } from '@redress/graphql-runtime';
import { formatQuantity } from '../../ceiling/model/quantity.model';
import { POSSIBLE_RESOLUTIONS, type ReturnException as ExceptionModel } from '../model/return-exception.model';
import type { ReturnException } from './return-exception.gql';

const DAY_MS = 86_400_000;

export function toReturnException(exception: ExceptionModel, now: Date): ReturnException {
  const { id, kind, state, quantity, owner, raisedAt, reason, resolvedBy, resolvedAt, version } = exception;
  const waitedMs = (resolvedAt ?? now).getTime() - raisedAt.getTime();
  return {
    id: toGlobalId('ReturnException', id),
    ...{ kind, state, owner, raisedAt, version, quantity: formatQuantity(quantity) },
    ageDays: Math.max(0, Math.floor(waitedMs / DAY_MS)),
    possibleResolutions: state === 'OPEN' ? [...POSSIBLE_RESOLUTIONS[kind]] : [],
    reason: reason ?? null,
    resolvedBy: resolvedBy ?? null,
    resolvedAt: resolvedAt ?? null,
    returnId: exception.authorisationId,
    lineId: exception.returnLineId,
    receiptLineId: exception.receiptLineId,
    countedOnLineId: exception.countedOn,
  };
}
