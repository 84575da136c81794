import { hasRole } from '@redress/kernel';
import type { Role } from '@redress/kernel';
import type { Viewer } from '@redress/identity';
import { PublicError } from '../errors/public-error';
import type { GraphContext } from './graph-context';

/** The viewer, when it has at least one of the roles. Throws `FORBIDDEN` otherwise, and `UNAUTHENTICATED` for an expired token. */
export function requireRole({ viewer }: Pick<GraphContext, 'viewer'>, ...roles: readonly Role[]): Viewer {
  if (viewer.expiresAt.getTime() <= Date.now())
    throw new PublicError('UNAUTHENTICATED', 'The access token has expired.');
  if (!hasRole(viewer, ...roles)) throw new PublicError('FORBIDDEN', 'This needs another role.');
  return viewer;
}
