import { compileStatement } from '../sql/compiled-statement';
import { rememberByText } from '../sql/statement-cache';
import { assertTenantScope } from '../tenant-scope/tenant-scope';

/** A statement of the infrastructure, cut at its placeholders. */
export const systemStatement = rememberByText(compileStatement);

/** A statement that was found to stay within its tenant; throws `TenantScopeMissing` otherwise. */
export const tenantStatement = rememberByText((text) => {
  const statement = compileStatement(text);
  assertTenantScope(statement);
  return statement;
});

/** Values with the tenant added; throws when the caller tries to name one itself. */
export function withTenant(
  params: Readonly<Record<string, unknown>>,
  tenantId: string,
): Readonly<Record<string, unknown>> {
  if (params['tenantId'] !== undefined && params['tenantId'] !== tenantId)
    throw new Error(':tenantId is bound by the session and cannot be chosen');
  return { ...params, tenantId };
}
