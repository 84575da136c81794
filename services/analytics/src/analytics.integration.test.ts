import { join } from 'node:path';
import {
  caseClosed,
  caseOpened,
  caseReopened,
  caseUnmerged,
  clockCompleted,
  clockDiscontinued,
  clockExtended,
  clockStarted,
  complaintAcknowledged,
  complaintReassessed,
  complaintRegistered,
  consentRecorded,
  replySent,
  roundStarted,
  settlementCompleted,
  type Producer,
} from '@redress/contracts';
import { createCursorCodec, createLoaders, toGlobalId, type GraphContext } from '@redress/graphql-runtime';
import { fixedClock, newId, type Role } from '@redress/kernel';
import { appendEvents, messagingMigrations, openMessaging, type Messaging } from '@redress/messaging';
import { createLogger, createMetrics } from '@redress/observability';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { eventually, migratedDatabase, testNatsUrl } from '@redress/testkit';
import { graphql } from 'graphql';
import { compose } from './composition-root';
import { aComplaint, CATEGORY, MATTER } from './test-bench/complaints';

const logger = createLogger({ service: 'analytics-test', level: 'silent' });
const streamPrefix = `a${newId().slice(-8)}`;
const clock = fixedClock('2026-11-20T00:00:00Z');

interface Running {
  readonly database: Database;
  readonly messaging: Messaging;
  stop(): Promise<void>;
}

async function open(service: string, migrations: readonly string[]): Promise<Running> {
  const directories = [persistenceMigrations, messagingMigrations, ...migrations];
  const { url, drop } = await migratedDatabase(directories, migrate);
  const database = await openDatabase({ url, rows: [] });
  const messaging = openMessaging({ service, database, natsUrl: testNatsUrl(), logger, streamPrefix });
  return {
    database,
    messaging,
    stop: async () => {
      await messaging.stop();
      await database.close();
      await drop();
    },
  };
}

describe('analytics', () => {
  const producers = new Map<Producer, Running>();
  let analytics: Running;
  let schema: Awaited<ReturnType<typeof compose>>['schema'];

  beforeAll(async () => {
    for (const producer of ['intake', 'case-handling', 'finance'] as const)
      producers.set(producer, await open(producer, []));
    analytics = await open('analytics', [join(__dirname, '..', 'migrations')]);
    const composition = compose({
      database: analytics.database,
      messaging: analytics.messaging,
      logger,
      metrics: createMetrics('analytics-test'),
      clock,
    });
    schema = composition.schema;
    composition.consumptions?.forEach((consumption) => analytics.messaging.consume(consumption));
    for (const { messaging } of [...producers.values(), analytics]) await messaging.start();
  });

  afterAll(async () => {
    for (const running of [analytics, ...producers.values()]) await running.stop();
  });

  async function publish(
    tenantId: string,
    producer: Producer,
    id: string,
    version: number,
    events: Parameters<typeof appendEvents>[2],
  ) {
    await producers.get(producer)?.database.transaction(tenantId, (tx) => appendEvents(tx, { id, version }, events));
  }

  function contextOf(tenantId: string, roles: readonly Role[], customerId?: string): GraphContext {
    const viewer = {
      tenantId,
      subject: 'li',
      roles,
      tokenId: 't',
      expiresAt: new Date(Date.now() + 60_000),
      ...(customerId === undefined ? {} : { customerId }),
    };
    return {
      viewer,
      locale: 'en',
      traceId: '0'.repeat(32),
      logger,
      loader: createLoaders(),
      cursors: createCursorCodec(Buffer.alloc(32)),
      refusalTexts: schema.refusalTexts,
    };
  }

  async function ask(
    tenantId: string,
    source: string,
    { roles = ['analyst'] as readonly Role[], customerId = undefined as string | undefined } = {},
  ) {
    const { data, errors } = await graphql({
      schema: schema.schema,
      source,
      contextValue: contextOf(tenantId, roles, customerId),
    });
    return {
      data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, never> | null,
      codes: errors?.map(({ extensions }) => extensions['code']),
    };
  }

  async function caughtUp(tenantId: string, events: number): Promise<void> {
    await eventually(async () => {
      const { data } = await ask(
        tenantId,
        '{ metrics(query: { metrics: [COMPLAINTS_RECEIVED] }) { asOf { position complete } userErrors { code } } }',
      );
      expect(data).toEqual({ metrics: { asOf: { position: String(events), complete: true }, userErrors: [] } });
      return true;
    });
  }

  it('tells how long it took until the complainant was told by a person, apart from the answer to the registration', async () => {
    const tenant = `t-${newId()}`;
    const registered = aComplaint();
    const told = { acknowledgedAt: '2026-11-01T06:15:00.250Z', by: 'li', means: 'PHONE' as const, told: ['RECEIPT'] };
    await publish(tenant, 'intake', registered.complaintId, 1, [{ definition: complaintRegistered, data: registered }]);
    await publish(tenant, 'intake', registered.complaintId, 2, [
      { definition: complaintAcknowledged, data: { complaintId: registered.complaintId, ...told } },
    ]);
    await caughtUp(tenant, 2);
    const document =
      '{ metrics(query: { metrics: [TIME_TO_ACKNOWLEDGEMENT, TIME_TO_CONFIRMATION] }) { rows { values { value } } } }';
    const { data } = await ask(tenant, document);
    const [none, waited] = ['0', '2700250'].map((value) => [{ value: '1' }, { value }, { value }, { value }]);
    expect(data).toEqual({ metrics: { rows: [{ values: [...(none ?? []), ...(waited ?? [])] }] } });
  });

  it('follows a complaint from receipt to paid and closed, whatever the order in which its services publish', async () => {
    const tenant = `t-${newId()}`;
    const registered = aComplaint();
    const key = { caseId: newId(), complaintId: registered.complaintId };
    const clockId = newId();
    const by = { at: '2026-11-02T05:30:00.000Z', by: 'handler' };
    const dueAt = '2026-11-04T00:00:00.000Z';
    await publish(tenant, 'finance', newId(), 1, [
      {
        definition: settlementCompleted,
        data: {
          ...key,
          settlementId: newId(),
          resolutionId: newId(),
          remedyId: newId(),
          at: by.at,
          instrument: 'REFUND',
          amount: { amountMinor: '1250', currency: 'USD' },
          providerReference: 'p',
        },
      },
    ]);
    await publish(tenant, 'case-handling', key.caseId, 5, [
      {
        definition: caseOpened,
        data: {
          ...registered,
          ...key,
          openedAt: registered.registeredAt,
          clocks: [{ clockId, stage: 'acceptance', startedAt: registered.receivedAt, dueAt }],
        },
      },
      {
        definition: clockCompleted,
        data: { ...key, clockId, stage: 'acceptance', completedAt: by.at, dueAt, inTime: true },
      },
      { definition: replySent, data: { ...key, ...by, replyId: newId(), form: 'WRITTEN', firstReply: true } },
      { definition: consentRecorded, data: { ...key, ...by, resolutionId: newId(), decision: 'OBJECTED' } },
      {
        definition: caseClosed,
        data: { ...key, ...by, closedAt: '2026-11-03T05:30:00.000Z', outcome: 'RESOLVED', inTime: true },
      },
    ]);
    await publish(tenant, 'intake', registered.complaintId, 1, [{ definition: complaintRegistered, data: registered }]);
    await caughtUp(tenant, 7);

    const { data } = await ask(
      tenant,
      `{ metrics(query: { metrics: [COMPLAINTS_RECEIVED, COMPLAINTS_UNTIMELY, COMPLAINTS_DISPUTED, CASES_OPEN, CASES_CLOSED, TIME_TO_FIRST_REPLY, TIME_TO_CLOSING, SETTLED_AMOUNT] })
         { rows { keys { dimension } values { metric statistic value currency } } } }`,
    );
    const day = 86_400_000;
    expect(data).toEqual({
      metrics: {
        rows: [
          {
            keys: [],
            values: [
              { metric: 'COMPLAINTS_RECEIVED', statistic: 'COUNT', value: '1', currency: null },
              { metric: 'COMPLAINTS_UNTIMELY', statistic: 'COUNT', value: '0', currency: null },
              { metric: 'COMPLAINTS_DISPUTED', statistic: 'COUNT', value: '1', currency: null },
              { metric: 'CASES_OPEN', statistic: 'COUNT', value: '0', currency: null },
              { metric: 'CASES_CLOSED', statistic: 'COUNT', value: '1', currency: null },
              ...(['COUNT', 'MEAN', 'MEDIAN', 'P90'] as const).map((statistic) => ({
                metric: 'TIME_TO_FIRST_REPLY',
                statistic,
                value: statistic === 'COUNT' ? '1' : String(day),
                currency: null,
              })),
              ...(['COUNT', 'MEAN', 'MEDIAN', 'P90'] as const).map((statistic) => ({
                metric: 'TIME_TO_CLOSING',
                statistic,
                value: statistic === 'COUNT' ? '1' : String(2 * day),
                currency: null,
              })),
              { metric: 'SETTLED_AMOUNT', statistic: 'SUM', value: '12.50', currency: 'USD' },
            ],
          },
        ],
      },
    });
  });

  it('puts a complaint on the local day of the asker, on both sides of a change to winter time', async () => {
    const tenant = `t-${newId()}`;
    // In New York 2026-11-01 begins at 04:00Z and ends at 05:00Z of the next day, because clocks go back an hour.
    const moments = [
      '2026-11-01T03:59:59.999Z',
      '2026-11-01T04:00:00.000Z',
      '2026-11-02T04:59:59.999Z',
      '2026-11-02T05:00:00.000Z',
    ];
    for (const receivedAt of moments) {
      const data = aComplaint({ receivedAt });
      await publish(tenant, 'intake', data.complaintId, 1, [{ definition: complaintRegistered, data }]);
    }
    await caughtUp(tenant, 4);
    const daysIn = async (timeZone: string) => {
      const { data } = await ask(
        tenant,
        `{ metrics(query: { metrics: [COMPLAINTS_RECEIVED], groupBy: [DAY], timeZone: "${timeZone}" }) { rows { keys { value } values { value } } } }`,
      );
      const { rows } = data?.['metrics'] as unknown as {
        rows: { keys: [{ value: string }]; values: [{ value: string }] }[];
      };
      return rows.map(({ keys, values }) => [keys[0].value, values[0].value]);
    };
    expect(await daysIn('America/New_York')).toEqual([
      ['2026-10-31', '1'],
      ['2026-11-01', '2'],
      ['2026-11-02', '1'],
    ]);
    expect(await daysIn('UTC')).toEqual([
      ['2026-11-01', '2'],
      ['2026-11-02', '2'],
    ]);
  });

  it('counts open and overdue cases by the clock that runs out first', async () => {
    const tenant = `t-${newId()}`;
    for (const dueAt of ['2026-11-19T23:59:59.999Z', '2026-11-20T00:00:00.001Z']) {
      const registered = aComplaint();
      const key = { caseId: newId(), complaintId: registered.complaintId };
      await publish(tenant, 'intake', registered.complaintId, 1, [
        { definition: complaintRegistered, data: registered },
      ]);
      await publish(tenant, 'case-handling', key.caseId, 1, [
        {
          definition: caseOpened,
          data: {
            ...registered,
            ...key,
            openedAt: registered.registeredAt,
            clocks: [{ clockId: newId(), stage: 'acceptance', startedAt: registered.receivedAt, dueAt }],
          },
        },
      ]);
    }
    await caughtUp(tenant, 4);
    const { data } = await ask(
      tenant,
      `{ metrics(query: { metrics: [CASES_OPEN, CASES_OVERDUE], groupBy: [CHANNEL, PRODUCT] }) { rows { keys { value } values { value } } } }`,
      { roles: ['manager'] },
    );
    const keys = [{ value: 'WEB_FORM' }, { value: 'kettle' }];
    expect(data).toEqual({ metrics: { rows: [{ keys, values: [{ value: '2' }, { value: '1' }] }] } });
  });

  it('counts a case that was opened again as open, by the clocks that run then and the time they were given', async () => {
    const tenant = `t-${newId()}`;
    const registered = aComplaint();
    const { complaintId } = registered;
    const key = { caseId: newId(), complaintId };
    const by = { at: '2026-11-02T05:30:00.000Z', by: 'wu' };
    const [acceptance, resolution, external] = [newId(), newId(), newId()];
    const [past, future] = ['2026-11-04T00:00:00.000Z', '2026-12-01T00:00:00.000Z'];
    const startedAt = registered.receivedAt;
    const figures = async () => {
      const { data } = await ask(
        tenant,
        '{ metrics(query: { metrics: [COMPLAINTS_UNTIMELY, CASES_OPEN, CASES_OVERDUE] }) { rows { values { value } } } }',
      );
      const { rows } = data?.['metrics'] as unknown as { rows: { values: { value: string }[] }[] };
      return rows[0]?.values.map(({ value }) => value);
    };
    let [caseEvents, all] = [0, 1];
    const tell = async (...events: Parameters<typeof appendEvents>[2]) => {
      await publish(tenant, 'case-handling', key.caseId, (caseEvents += events.length), events);
      await caughtUp(tenant, (all += events.length));
    };
    const extended = { ...key, ...by, extensionId: newId(), stage: 'resolution', dueBefore: past };
    const round = { ...key, ...by, round: 2, openedBy: 'COMPLAINANT', stages: [] } as const;
    await publish(tenant, 'intake', complaintId, 1, [{ definition: complaintRegistered, data: registered }]);

    await tell(
      {
        definition: caseOpened,
        data: {
          ...registered,
          ...key,
          openedAt: startedAt,
          clocks: [{ clockId: acceptance, stage: 'acceptance', startedAt, dueAt: past }],
        },
      },
      { definition: clockStarted, data: { ...key, clockId: resolution, stage: 'resolution', startedAt, dueAt: past } },
      {
        definition: caseClosed,
        data: { ...key, ...by, closedAt: by.at, outcome: 'RESOLVED', inTime: false, endedClocks: [acceptance] },
      },
    );
    expect(await figures()).toEqual(['1', '0', '0']);

    await tell({ definition: roundStarted, data: { ...round, path: 'EXTERNAL_BODY', reopened: false } });
    expect(await figures()).toEqual(['1', '0', '0']);
    await tell({ definition: roundStarted, data: { ...round, path: 'APPEAL', reopened: true } });
    expect(await figures()).toEqual(['0', '1', '1']);
    await tell({ definition: clockExtended, data: { ...extended, clockId: resolution, dueAt: future } });
    expect(await figures()).toEqual(['0', '1', '0']);

    await tell({
      definition: clockStarted,
      data: { ...key, clockId: external, stage: 'external', startedAt, dueAt: past },
    });
    expect(await figures()).toEqual(['0', '1', '1']);
    await tell({
      definition: clockDiscontinued,
      data: { ...key, clockId: external, stage: 'external', discontinuedAt: by.at },
    });
    expect(await figures()).toEqual(['0', '1', '0']);
    await tell({ definition: caseClosed, data: { ...key, ...by, closedAt: by.at, outcome: 'RESOLVED', inTime: true } });
    expect(await figures()).toEqual(['0', '0', '0']);
  });

  it.each([
    ['the follow-up leads to it', { definition: caseReopened, data: { round: 2, because: 'FOLLOW_UP' } }],
    ['its merge is undone', { definition: caseUnmerged, data: { mergedInto: newId(), reopened: true } }],
  ] as const)('opens a closed case again when %s', async (_, { definition, data }) => {
    const tenant = `t-${newId()}`;
    const registered = aComplaint();
    const key = { caseId: newId(), complaintId: registered.complaintId };
    const by = { at: '2026-11-02T05:30:00.000Z', by: 'wu' };
    await publish(tenant, 'intake', registered.complaintId, 1, [{ definition: complaintRegistered, data: registered }]);
    await publish(tenant, 'case-handling', key.caseId, 2, [
      { definition: caseClosed, data: { ...key, ...by, closedAt: by.at, outcome: 'RESOLVED', inTime: true } },
      { definition, data: { ...key, ...by, ...data } },
    ]);
    await caughtUp(tenant, 3);
    const answer = await ask(
      tenant,
      '{ metrics(query: { metrics: [CASES_OPEN, CASES_CLOSED] }) { rows { values { value } } } }',
    );
    expect(answer.data).toEqual({ metrics: { rows: [{ values: [{ value: '1' }, { value: '0' }] }] } });
  });

  it('places a complaint where it was found to belong', async () => {
    const tenant = `t-${newId()}`;
    const registered = aComplaint();
    await publish(tenant, 'intake', registered.complaintId, 2, [
      { definition: complaintRegistered, data: registered },
      {
        definition: complaintReassessed,
        data: {
          complaintId: registered.complaintId,
          at: registered.receivedAt,
          by: 'an',
          categoryId: newId(),
          categoryCode: 'product-quality',
          product: 'teapot',
          matter: MATTER,
          changed: ['category'],
          automatic: false,
        },
      },
    ]);
    await caughtUp(tenant, 2);
    const { data } = await ask(
      tenant,
      '{ metrics(query: { metrics: [COMPLAINTS_RECEIVED], groupBy: [CATEGORY, PRODUCT] }) { rows { keys { value } } } }',
      { roles: ['manager'] },
    );
    expect(data).toEqual({ metrics: { rows: [{ keys: [{ value: 'product-quality' }, { value: 'teapot' }] }] } });
  });

  it('answers figures to those who may see them, and shows nothing of another organisation', async () => {
    const [tenant, other] = [`t-${newId()}`, `t-${newId()}`];
    const data = aComplaint();
    await publish(tenant, 'intake', data.complaintId, 1, [{ definition: complaintRegistered, data }]);
    await caughtUp(tenant, 1);
    const question = `{ metrics(query: { metrics: [COMPLAINTS_RECEIVED], groupBy: [CATEGORY] }) { rows { values { value } } } changes { nodes { id } } }`;
    expect((await ask(other, question)).data).toEqual({ metrics: { rows: [] }, changes: { nodes: [] } });
    expect((await ask(tenant, question, { roles: ['handler'] })).codes).toEqual(['FORBIDDEN']);
    const entities = `{ _entities(representations: [{ __typename: "ComplaintCategory", id: "${toGlobalId('ComplaintCategory', CATEGORY)}" }]) { ... on ComplaintCategory { metrics { rows { values { value } } } } } }`;
    expect(((await ask(tenant, entities)).data?.['_entities'] as unknown as unknown[])[0]).not.toEqual({
      metrics: null,
    });
    expect((await ask(other, entities)).data).toEqual({ _entities: [{ metrics: null }] });
  });

  it('shows a customer the changes of their own complaints only, and goes on from a cursor without a gap', async () => {
    const tenant = `t-${newId()}`;
    const complaints = Array.from({ length: 5 }, () => aComplaint());
    for (const data of complaints)
      await publish(tenant, 'intake', data.complaintId, 1, [{ definition: complaintRegistered, data }]);
    await caughtUp(tenant, 5);
    const mine = complaints[2];
    const own = await ask(tenant, '{ changes { nodes { complaint { id } } } }', {
      roles: ['customer'],
      customerId: mine?.customerId,
    });
    expect(own.data).toEqual({
      changes: { nodes: [{ complaint: { id: toGlobalId('Complaint', mine?.complaintId ?? '') } }] },
    });

    const seen: string[] = [];
    let after = 'null';
    for (let more = true; more;) {
      const { data } = await ask(
        tenant,
        `{ changes(first: 2, after: ${after}) { nodes { position } pageInfo { endCursor hasNextPage } } }`,
      );
      const { nodes, pageInfo } = data?.['changes'] as unknown as {
        nodes: { position: string }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      };
      seen.push(...nodes.map(({ position }) => position));
      after = JSON.stringify(pageInfo.endCursor);
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['1', '2', '3', '4', '5']);
    const empty = await ask(tenant, `{ changes(after: ${after}) { nodes { id } pageInfo { endCursor } } }`);
    expect(empty.data).toMatchObject({ changes: { nodes: [], pageInfo: { endCursor: JSON.parse(after) as string } } });
  });

  it.each([
    [
      'a window that ends before it begins',
      'metrics: [CASES_OPEN], window: { from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z" }',
      'ANALYTICS_WINDOW_INVALID',
    ],
    [
      'a window of a century',
      'metrics: [CASES_OPEN], window: { from: "1926-01-01T00:00:00Z", to: "2026-01-01T00:00:00Z" }',
      'ANALYTICS_WINDOW_INVALID',
    ],
    ['an unknown zone', 'metrics: [CASES_OPEN], timeZone: "Mars/Olympus"', 'ANALYTICS_TIME_ZONE_UNKNOWN'],
    ['no metric', 'metrics: []', 'ANALYTICS_NO_METRIC'],
    [
      'the currency of a count of complaints',
      'metrics: [CASES_OPEN], groupBy: [CURRENCY]',
      'ANALYTICS_DIMENSION_NOT_OF_METRIC',
    ],
    [
      'five dimensions',
      'metrics: [CASES_OPEN], groupBy: [DAY, CHANNEL, CATEGORY, PRODUCT, REGION]',
      'ANALYTICS_TOO_MANY_DIMENSIONS',
    ],
  ])('refuses %s with its code', async (_, query, code) => {
    const { data } = await ask(
      'nobody',
      `{ metrics(query: { ${query} }) { rows { keys { value } } asOf { position } userErrors { code message path } } }`,
    );
    expect(data).toMatchObject({ metrics: { rows: [], asOf: null, userErrors: [{ code }] } });
  });
});
