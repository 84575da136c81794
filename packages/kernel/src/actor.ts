/**
 * The roles that an access token may give in an organisation; what each may do is decided in the service that owns the
 * data. An operator of several organisations has none of them: see the viewer of `identity`.
 */
export const ROLES = [
  'customer',
  'agent',
  'handler',
  'supervisor',
  'finance',
  'manager',
  'analyst',
  'auditor',
  'admin',
] as const;

export type Role = (typeof ROLES)[number];

/** Who acts: a person or, for work that the system does by itself, `system`. Always within one tenant. */
export interface Actor {
  readonly tenantId: string;
  /** The token's `sub`, or `system:<service>`. */
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Organisation unit of a member of staff. */
  readonly unitId?: string;
}

/** Roles that belong to the organisation, as opposed to its customers. */
export const STAFF_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'customer');

/** Whether the actor has at least one of the roles. */
export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** The actor for work that a service does by itself, for example on receipt of an event. */
export function systemActor(tenantId: string, service: string): Actor {
  return { tenantId, subject: `system:${service}`, roles: [] };
}
