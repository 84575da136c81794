import { regulationAdopted } from '@redress/contracts';
import { appendEvents, messagingMigrations, openMessaging } from '@redress/messaging';
import { createLogger } from '@redress/observability';
import { migrate, openDatabase, persistenceMigrations } from '@redress/persistence';
import { eventually, migratedDatabase, testNatsUrl } from '@redress/testkit';
import { adoptionData } from '../../testing/builders';
import { REGISTER, registration } from '../../testing/documents';
import { startIntake, type IntakeUnderTest } from '../../testing/intake-under-test';

/** Case handling as far as intake knows it: somebody who publishes adoptions. */
async function startPublisher(streamPrefix: string) {
  const { url, drop } = await migratedDatabase([persistenceMigrations, messagingMigrations], migrate);
  const logger = createLogger({ service: 'case-handling', level: 'silent' });
  const database = await openDatabase({ url, rows: [], logger });
  const messaging = openMessaging({ service: 'case-handling', database, natsUrl: testNatsUrl(), logger, streamPrefix });
  await messaging.start();
  return {
    adopt: async (tenantId: string, effectiveFrom: string) => {
      const data = adoptionData(new Date(effectiveFrom));
      await database.transaction(tenantId, (tx) =>
        appendEvents(tx, { id: data.adoptionId, version: 1 }, [{ definition: regulationAdopted, data }]),
      );
    },
    stop: async () => {
      await messaging.stop();
      await database.close();
      await drop();
    },
  };
}

describe('a regulation that was adopted', () => {
  let intake: IntakeUnderTest;
  let publisher: Awaited<ReturnType<typeof startPublisher>>;
  beforeAll(async () => {
    intake = await startIntake();
    publisher = await startPublisher(intake.streamPrefix);
  });
  afterAll(async () => {
    await publisher.stop();
    await intake.stop();
  });

  it('is in force here as soon as its event has come, with its categories', async () => {
    const agent = await intake.tokenFor({ tenant: 'fresh', role: 'agent' });
    const register = async () => {
      const answer = await intake.ask(agent, REGISTER, { input: registration() });
      return answer.data?.['registerComplaint'] as unknown as {
        complaint: object | null;
        userErrors: { code: string }[];
      };
    };
    expect((await register()).userErrors).toMatchObject([{ code: 'INTAKE_NO_REGULATION_IN_FORCE' }]);
    await publisher.adopt('fresh', '2026-06-01T00:00:00.000Z');
    await eventually(async () => (await register()).complaint, { what: 'the registration under the new regulation' });
    const CATEGORIES = '{ complaintCategories { nodes { code label(locale: ZH_CN) origin } } }';
    expect((await intake.ask(agent, CATEGORIES)).data).toEqual({
      complaintCategories: {
        nodes: [
          { code: 'delivery-delay', label: '交货延误', origin: 'REGULATION' },
          { code: 'product-quality', label: '产品质量', origin: 'REGULATION' },
          { code: 'service-attitude', label: '服务态度', origin: 'REGULATION' },
        ],
      },
    });
  });

  it('adds nothing to what is there when it is adopted anew', async () => {
    const admin = await intake.tokenFor({ tenant: 'again', role: 'admin' });
    for (const from of ['2026-01-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z']) await publisher.adopt('again', from);
    const adopted = () =>
      intake.database.reader('again').query('SELECT a.id FROM adoption a WHERE a.tenant_id = :tenantId');
    await eventually(async () => (await adopted()).length === 2);
    const COUNT = '{ complaintCategories { totalCount { value } } }';
    expect((await intake.ask(admin, COUNT)).data).toEqual({ complaintCategories: { totalCount: { value: 3 } } });
  });
});
