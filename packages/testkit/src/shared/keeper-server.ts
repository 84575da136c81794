import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Wish } from './lending';
import { SystemKeeper } from './system-keeper';

/** The keeper as test files reach it from jest's workers. */
export interface KeeperServer {
  readonly url: string;
  /** Ends it with all systems that it keeps. */
  stop(): Promise<void>;
}

/** Puts a keeper on a port of the loopback interface; it starts nothing before it is asked to. */
export async function startKeeper(): Promise<KeeperServer> {
  const keeper = new SystemKeeper();
  const actions: Readonly<Record<string, (asked: never) => unknown>> = {
    '/lend': (wish: Wish) => keeper.lend(wish),
    '/move': async ({ id, moment }: { id: string; moment: string }) => ({ offsetMs: await keeper.move(id, moment) }),
    '/take-back': ({ id }: { id: string }) => keeper.takeBack(id),
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const action = actions[request.url ?? ''];
    if (action === undefined) throw new Error(`the keeper knows no ${request.url ?? ''}`);
    const result = await action(JSON.parse(Buffer.concat(chunks).toString()) as never);
    response.end(JSON.stringify(result));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(JSON.stringify({ message: error instanceof Error ? error.message : String(error) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // a run that is cut off must not wait for it
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await keeper.stop();
    },
  };
}
