import { hasRole } from '@redress/kernel';
import type { Role } from '@redress/kernel';
import type { Viewer } from '@redress/identity';
import { PublicError } from '../errors/public-error';
import type { GraphContext } from './graph-context';

/** The viewer, when it has at least one of the roles. Throws `FORBIDDEN` otherwise, and `UNAUTHENTICATED` for an expired token. */
export function requireRole({ viewer }: Pick<GraphContext, 'viewer'>, ...roles: readonly Role[]): Viewer {
  refuseExpired(viewer);
  if (!hasRole(viewer, ...roles)) throw new PublicError('FORBIDDEN', 'This needs another role.');
  return viewer;
}

/** The organisations of the operator who asks. Throws as {@link requireRole} for everybody else, whatever their roles. */
export function requireOperator({ viewer }: Pick<GraphContext, 'viewer'>): readonly string[] {
  refuseExpired(viewer);
  if (viewer.operates === undefined) throw new PublicError('FORBIDDEN', 'This needs the token of an operator.');
  return viewer.operates;
}

function refuseExpired({ expiresAt }: Viewer): void {
  if (expiresAt.getTime() <= Date.now()) throw new PublicError('UNAUTHENTICATED', 'The access token has expired.');
}
