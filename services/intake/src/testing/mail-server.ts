import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server on this machine that keeps what it takes. */
export interface MailServer {
  readonly url: string;
  readonly taken: readonly ParsedMail[];
  /** Answers the next so many letters with this status instead of taking them. */
  refuseNext(times: number, status: number): void;
  stop(): Promise<void>;
}

/** Starts it; accounts may log in as `redress` with the password `secret`. */
export async function startMailServer(): Promise<MailServer> {
  const taken: ParsedMail[] = [];
  let refusals = { times: 0, status: 0 };
  const server = new SMTPServer({
    authMethods: ['PLAIN'],
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'redress' && password === 'secret') done(null, { user: 'redress' });
      else done(new Error('who are you'));
    },
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        if (refusals.times > 0) {
          refusals = { ...refusals, times: refusals.times - 1 };
          done(Object.assign(new Error('not now'), { responseCode: refusals.status }));
          return;
        }
        taken.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://redress:secret@127.0.0.1:${port}`,
    taken,
    refuseNext: (times, status) => {
      refusals = { times, status };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
