import { returnExceptionRaised, returnExceptionResolved } from '@redress/contracts';
import type { NewEvent } from '@redress/messaging';
import { formatQuantity } from '../../ceiling/model/quantity.model';
import type { ReturnException } from '../model/return-exception.model';
import type { Resolved } from '../model/return-exception.repository';

export function raisedPublication(exception: ReturnException): NewEvent {
  const { owner, raisedAt } = exception;
  return { definition: returnExceptionRaised, data: { ...keyOf(exception), owner, at: raisedAt.toISOString() } };
}

export function resolvedPublication(exception: ReturnException, { resolution, by, at }: Resolved): NewEvent {
  return {
    definition: returnExceptionResolved,
    data: { ...keyOf(exception), resolution, by, at: at.toISOString() },
  };
}

function keyOf({ id: exceptionId, kind, authorisationId, returnLineId, quantity }: ReturnException) {
  return {
    ...{ exceptionId, kind, quantity: formatQuantity(quantity) },
    ...(authorisationId === undefined ? {} : { returnId: authorisationId }),
    ...(returnLineId === undefined ? {} : { lineId: returnLineId }),
  };
}
