import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that operating systems give to outgoing connections: of those one could be taken between the moment at
 * which it was free and the moment at which somebody listens on it.
 */
const FIRST_PORT = 10_240;
const PORTS = 22_000;

const handedOut = new Set<number>();
/** Processes that look for ports at the same time begin at different places. */
let place = randomInt(PORTS);

/** Whether nobody listens on the port of the loopback interface (or of `host`). */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A TCP port that is free now and that this process has not handed out before; prefers `wanted` where given. */
export async function freePort(wanted?: number): Promise<number> {
  if (wanted !== undefined && !handedOut.has(wanted) && (await isPortFree(wanted))) {
    handedOut.add(wanted);
    return wanted;
  }
  for (let attempt = 0; attempt < PORTS; attempt += 1) {
    const port = FIRST_PORT + place;
    place = (place + 1) % PORTS;
    if (handedOut.has(port)) continue;
    handedOut.add(port);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`no free TCP port on 127.0.0.1 from ${FIRST_PORT} to ${FIRST_PORT + PORTS - 1}`);
}
