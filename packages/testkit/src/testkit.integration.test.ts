import { createConnection } from 'mysql2/promise';
import { connect } from 'node:net';
import { eventually, startBroker, startInfrastructure, testDatabase, testNatsUrl } from './index';

async function select(url: string): Promise<unknown> {
  const connection = await createConnection({ uri: url });
  try {
    const [rows] = await connection.query('SELECT DATABASE() AS name');
    return rows;
  } finally {
    await connection.end();
  }
}

function greeting(natsUrl: string): Promise<string> {
  const { hostname, port } = new URL(natsUrl);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString());
    });
  });
}

describe('testkit', () => {
  describe("the run's shared servers", () => {
    it('give a test file an empty schema of its own', async () => {
      const [one, other] = [await testDatabase(), await testDatabase()];
      expect(one.url).not.toBe(other.url);
      expect(await select(one.url)).toEqual([{ name: new URL(one.url).pathname.slice(1) }]);
      await one.drop();
      await expect(select(one.url)).rejects.toThrow(/Unknown database/);
      await other.drop();
    });

    it('include a broker with JetStream', async () => {
      expect(await greeting(testNatsUrl())).toContain('"jetstream":true');
    });
  });

  describe('servers of a test file', () => {
    it('come back on the same address after a kill, with their data', async () => {
      const infrastructure = await startInfrastructure({ durable: true });
      try {
        const url = await infrastructure.createSchema('kept');
        await infrastructure.killDatabase();
        await expect(select(url)).rejects.toThrow();
        await infrastructure.startDatabase();
        expect(await eventually(() => select(url))).toEqual([{ name: 'kept' }]);
      } finally {
        await infrastructure.stop();
      }
    });

    it('let a broker be killed and started', async () => {
      const broker = await startBroker();
      try {
        await broker.kill();
        await expect(greeting(broker.url)).rejects.toThrow();
        await broker.start();
        expect(await greeting(broker.url)).toContain('INFO');
      } finally {
        await broker.stop();
      }
    });
  });
});
