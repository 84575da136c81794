declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface ImapServer {
    readonly server: Server;
    listen(port: number, done: () => void): void;
    close(done: () => void): void;
    appendMessage(folder: string, flags: string[], internalDate: string | false, raw: Buffer): void;
    getMailbox(folder: string): { uidvalidity: number; messages: object[]; uidnext: number } | undefined;
  }

  function hoodiecrow(options: {
    readonly plugins: readonly string[];
    readonly users: Readonly<Record<string, { readonly password: string }>>;
    readonly storage: Readonly<Record<string, { readonly messages: readonly object[] }>>;
  }): ImapServer;
  export = hoodiecrow;
}
