import { readEnvironment } from './environment';

describe('environment of the launcher', () => {
  it('has a port unless told', () => {
    expect(readEnvironment({}).port).toBe(4000);
    expect(readEnvironment({ PORT: '4100' }).port).toBe(4100);
  });

  it('reports everything that is wrong at once', () => {
    expect(() => readEnvironment({ PORT: 'x', REDRESS_DATABASE_URL: 'http://a', REDRESS_NATS_URL: 'b' })).toThrow(
      /PORT .*REDRESS_DATABASE_URL .*REDRESS_NATS_URL /,
    );
  });

  it('passes on what the parts may need, and nothing that is decided for each of them', () => {
    const { inherited } = readEnvironment({
      PATH: '/bin',
      LOG_LEVEL: 'warn',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
      PORT: '1',
      REDRESS_MASTER_KEY: 'of somebody else',
    });
    expect(Object.keys(inherited)).toEqual(['PATH', 'LOG_LEVEL', 'OTEL_EXPORTER_OTLP_ENDPOINT']);
  });

  it.each(['REDRESS_MAILBOXES', 'REDRESS_MAILBOX_POLL_MS', 'REDRESS_CONTACT_CENTRES', 'REDRESS_STRIPE_SECRET_KEY'])(
    'passes on %s, with which the system is connected',
    (name) => {
      expect(readEnvironment({ [name]: 'x' }).inherited).toEqual({ [name]: 'x' });
    },
  );
});
