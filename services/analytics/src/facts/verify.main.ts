import { runForTenants, tell } from './command.client';

const USAGE = `Compares the facts of a tenant, with their history, with ones made anew; the schema is REDRESS_DATABASE_URL.
Ends with 0 where they are equal, with 1 where they are not or could not be compared.

  node services/analytics/dist/facts/verify.main.js TENANT|--all
`;

runForTenants(USAGE, async ({ verify }, tenantId) => {
  const verified = await verify(tenantId);
  if (!verified.ok) {
    const [refusal] = verified.refusals;
    tell(JSON.stringify({ tenantId, code: refusal?.code, ...refusal?.facts }));
    return 1;
  }
  const { generation, position, differences } = verified.value;
  for (const difference of differences) tell(JSON.stringify({ tenantId, ...difference }));
  tell(JSON.stringify({ tenantId, generation, position: String(position), equal: differences.length === 0 }));
  return differences.length === 0 ? 0 : 1;
});
