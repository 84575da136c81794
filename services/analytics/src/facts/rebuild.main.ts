import { runForTenants, tell } from './command.client';

const USAGE = `Makes the facts of a tenant anew from the journal and switches over; the schema is REDRESS_DATABASE_URL.

  node services/analytics/dist/facts/rebuild.main.js TENANT|--all
`;

runForTenants(USAGE, async ({ rebuild }, tenantId) => {
  const startedAt = performance.now();
  const rebuilt = await rebuild(tenantId);
  if (!rebuilt.ok) {
    const [refusal] = rebuilt.refusals;
    tell(JSON.stringify({ tenantId, code: refusal?.code, ...refusal?.facts }));
    return refusal?.code === 'ANALYTICS_NOTHING_TO_REBUILD' ? 0 : 1;
  }
  const { generation, position, events } = rebuilt.value;
  const perSecond = Math.round((Number(events) * 1000) / (performance.now() - startedAt));
  tell(JSON.stringify({ tenantId, generation, position: String(position), events: String(events), perSecond }));
  return 0;
});
