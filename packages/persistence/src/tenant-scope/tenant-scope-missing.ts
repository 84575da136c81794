/**
 * The statement could reach rows of another tenant, or is written in a way that this cannot be ruled out. The message
 * says what to write.
 */
export class TenantScopeMissing extends Error {
  constructor(reason: string, statement: string) {
    super(`${reason}, in: ${statement.slice(0, 500)}`);
    this.name = 'TenantScopeMissing';
  }
}

/** Raised while a statement is read, before its text is at hand. */
export class ScopeViolation extends Error {}

/** Stops the check with a reason. */
export function violation(reason: string): never {
  throw new ScopeViolation(reason);
}
