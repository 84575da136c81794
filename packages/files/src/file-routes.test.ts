import { fileRoutes, type FileRoutes } from './file-routes';

interface Reply {
  code(status: number): Reply;
  header(name: string, value: unknown): Reply;
  headers(all: object): Reply;
  send(body: unknown): void;
}

type Serve = (request: object, reply: Reply) => Promise<unknown>;
type App = Parameters<ReturnType<typeof fileRoutes>>[0];

/** What is answered to whoever asks for a file. */
async function answered(found: Awaited<ReturnType<FileRoutes['open']>>) {
  const served: Serve[] = [];
  const scope = {
    removeAllContentTypeParsers: () => undefined,
    addContentTypeParser: () => undefined,
    get: (_: string, serve: Serve) => served.push(serve),
  };
  const app = { register: (plugin: (each: object) => Promise<void>) => plugin(scope) } as unknown as App;
  fileRoutes({ path: '/files', sizeBytesAtMost: 0, open: () => Promise.resolve(found) })(app);
  const answer: { status: number; headers: Record<string, unknown>; body: unknown } = {
    ...{ status: 200, headers: {}, body: undefined },
  };
  const reply: Reply = {
    code: (status) => {
      answer.status = status;
      return reply;
    },
    header: (name, value) => {
      answer.headers[name] = value;
      return reply;
    },
    headers: (all) => {
      Object.assign(answer.headers, all);
      return reply;
    },
    send: (body) => {
      answer.body = body;
    },
  };
  for (const serve of served) await serve({ params: { link: 'x' }, query: {} }, reply);
  return answer;
}

describe('a link to a file', () => {
  it('that leads nowhere answers its status, and a code where there is one', async () => {
    expect(await answered(410)).toEqual({ status: 410, headers: {}, body: {} });
    const unknown = { status: 404, code: 'LINK_UNKNOWN' };
    expect(await answered(unknown)).toEqual({ status: 404, headers: {}, body: { code: 'LINK_UNKNOWN' } });
  });

  it('that cannot be followed at the moment says when to come again', async () => {
    const busy = { status: 503, code: 'BUSY', message: 'Try again.', retryAfterSeconds: 5 };
    expect(await answered(busy)).toEqual({
      ...{ status: 503, headers: { 'retry-after': 5 } },
      body: { code: 'BUSY', message: 'Try again.', retryable: true },
    });
  });

  it('hands the file out as a download', async () => {
    const content = Buffer.from('text');
    const file = { fileName: '报表.pdf', mediaType: 'application/pdf', sizeBytes: 4, sha256: 'ab', content };
    const { status, headers, body } = await answered(file);
    expect([status, body]).toEqual([200, content]);
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', etag: '"ab"' });
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''%E6%8A%A5%E8%A1%A8.pdf");
  });
});
