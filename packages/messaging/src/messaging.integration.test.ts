import { newId } from '@redress/kernel';
import { eventually, testDatabase, testNatsUrl } from '@redress/testkit';
import { prepareSchema, startFaultService, type FaultService } from './faults/fault-service';
import { WITH_PATIENCE } from './faults/fault-stage';
import { effectViolations, outboxViolations, streamViolations } from './faults/invariants';

describe('messaging', () => {
  const services: FaultService[] = [];
  const schemas: { drop(): Promise<void> }[] = [];
  const prefix = `m${newId().slice(-8)}`;

  async function service(name: 'case-handling' | 'finance' | 'analytics', consumes: ('case-handling' | 'finance')[]) {
    const schema = await testDatabase();
    schemas.push(schema);
    await prepareSchema(schema.url);
    const started = await startFaultService({
      service: name,
      databaseUrl: schema.url,
      natsUrl: testNatsUrl(),
      prefix,
      consumes,
    });
    services.push(started);
    return started;
  }

  afterAll(async () => {
    for (const started of services) await started.stop();
    for (const schema of schemas) await schema.drop();
  });

  it('gives every event its effect once, in order, through a chain of services', async () => {
    const caseHandling = await service('case-handling', []);
    const finance = await service('finance', ['case-handling']);
    const analytics = await service('analytics', ['finance']);
    const things = Array.from({ length: 20 }, () => newId());
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(things.map((id, index) => caseHandling.change(`tenant-${index % 3}`, id)));
    }
    await eventually(async () => {
      expect(await outboxViolations(caseHandling.database)).toEqual([]);
      expect(await effectViolations(caseHandling.database, finance.database)).toEqual([]);
      expect(await outboxViolations(finance.database)).toEqual([]);
      expect(await effectViolations(finance.database, analytics.database)).toEqual([]);
      return true;
    }, WITH_PATIENCE);
    expect(await streamViolations(caseHandling.database, testNatsUrl(), prefix, 'case-handling')).toEqual([]);
    expect(await streamViolations(finance.database, testNatsUrl(), prefix, 'finance')).toEqual([]);
  }, 180_000);
});
