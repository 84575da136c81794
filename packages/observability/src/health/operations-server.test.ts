import { Counter, createMetrics } from '../metrics/metrics';
import { createHealth } from './health';
import { startOperationsServer } from './operations-server';

describe('operations server', () => {
  const state = { database: true };
  const metrics = createMetrics('finance');
  new Counter({ name: 'settlements_total', help: 'Settlements.', registers: [metrics] }).inc(2);
  const health = createHealth({
    checks: {
      database: () => (state.database ? Promise.resolve() : Promise.reject(new Error('mysql://user:pw@host refused'))),
    },
  });
  const opened = startOperationsServer({ port: 0, metrics, health });
  const get = async (path: string, init?: RequestInit) => fetch(`${(await opened).url}${path}`, init);

  afterAll(async () => (await opened).close());

  it('is alive and ready while its checks pass', async () => {
    expect((await get('/live')).status).toBe(200);
    const ready = await get('/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ ready: true, draining: false, checks: { database: 'ok' } });
  });

  it('is alive but not ready while a check fails, and does not say why', async () => {
    state.database = false;
    const ready = await get('/ready');
    expect(ready.status).toBe(503);
    expect(await ready.text()).not.toContain('mysql');
    expect((await get('/live')).status).toBe(200);
    state.database = true;
  });

  it('shows the metrics of the process with the service as a label', async () => {
    const text = await (await get('/metrics')).text();
    expect(text).toContain('settlements_total{service="finance"} 2');
    expect(text).toContain('process_cpu_seconds_total');
  });

  it('knows nothing else', async () => {
    expect((await get('/')).status).toBe(404);
    expect((await get('/live', { method: 'POST' })).status).toBe(405);
  });

  it('is not ready once it drains', async () => {
    health.drain();
    expect((await get('/ready')).status).toBe(503);
  });
});

describe('health', () => {
  it('counts a check that does not answer in time as failing', async () => {
    const health = createHealth({ checks: { broker: () => new Promise<void>(() => {}) }, timeoutMs: 5 });
    expect(await health.readiness()).toMatchObject({ ready: false, checks: { broker: 'failing' } });
  });
});
