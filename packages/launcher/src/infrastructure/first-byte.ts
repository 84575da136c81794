import { connect } from 'node:net';

function firstByte(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (ready: boolean) => {
      socket.destroy();
      resolve(ready);
    };
    socket.setTimeout(1_000, () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
    socket.once('data', () => settle(true));
  });
}

/**
 * Waits until a server speaks first on a TCP port, which MariaDB (handshake) and NATS (INFO) do once they are ready.
 * `stillAlive` is asked between attempts, so that a server which died is reported at once.
 */
export async function waitForFirstByte(target: {
  host: string;
  port: number;
  name: string;
  timeoutMs: number;
  stillAlive?: () => boolean;
}): Promise<void> {
  const deadline = Date.now() + target.timeoutMs;
  for (;;) {
    if (await firstByte(target.host, target.port)) return;
    if (target.stillAlive?.() === false) throw new Error(`${target.name} ended before it was ready`);
    if (Date.now() > deadline) {
      throw new Error(`${target.name} did not answer on ${target.host}:${target.port} within ${target.timeoutMs} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
