import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import type { ReturnExceptionLoader } from './return-exception.loader';

/** Exceptions by id; null for what does not exist, and for everybody who is not staff. */
export function returnExceptionReferences(exceptions: ReturnExceptionLoader): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const exceptionId = fromGlobalId('ReturnException', id);
        return exceptionId === undefined ? null : exceptions.find(context, exceptionId);
      }),
    );
}
