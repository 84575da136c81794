import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A TCP proxy in front of the database that can cut the connection that carries a given text. */
export interface SeverableProxy {
  readonly url: string;
  /**
   * Cuts the next connection on which the client sends `text`: `before` the server has seen it, or `after` the server
   * has answered, whose answer is then withheld.
   */
  cutAt(text: string, moment: 'before' | 'after'): void;
  cuts(): number;
  /** Passes nothing on any more, in either direction, as a partition does. */
  freeze(): void;
  /** Refuses new connections from now on. */
  stopListening(): void;
  close(): Promise<void>;
}

/** Starts a proxy for the database at the URL. */
export async function severableProxy(databaseUrl: string): Promise<SeverableProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let armed: { text: string; moment: 'before' | 'after' } | undefined;
  let cuts = 0;
  let frozen = false;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let withhold = false;
    const cut = (): void => {
      cuts += 1;
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    client.on('data', (chunk) => {
      if (frozen) return;
      const found = armed !== undefined && chunk.includes(armed.text) ? armed : undefined;
      if (found === undefined) {
        upstream.write(chunk);
        return;
      }
      armed = undefined;
      if (found.moment === 'before') {
        cut();
        return;
      }
      withhold = true;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (withhold) cut();
      else client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    cutAt(text, moment) {
      armed = { text, moment };
    },
    cuts: () => cuts,
    freeze() {
      frozen = true;
    },
    stopListening() {
      server.close();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
