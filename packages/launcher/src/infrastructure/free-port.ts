import { createServer } from 'node:net';

const handedOut = new Set<number>();

function portOf(wanted: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port: wanted, host, exclusive: true }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => resolve(port));
    });
  });
}

/** Whether nobody listens on the port of the loopback interface (or of `host`). */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return (await portOf(port, host)) !== undefined;
}

/** A TCP port that is free now and that this process has not handed out before; prefers `wanted` where given. */
export async function freePort(wanted?: number): Promise<number> {
  if (wanted !== undefined && !handedOut.has(wanted) && (await isPortFree(wanted))) {
    handedOut.add(wanted);
    return wanted;
  }
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = await portOf(0, '127.0.0.1');
    if (port !== undefined && !handedOut.has(port)) {
      handedOut.add(port);
      return port;
    }
  }
  throw new Error('no free TCP port on 127.0.0.1 after 100 attempts');
}
