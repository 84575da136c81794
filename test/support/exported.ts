import { createHash } from 'node:crypto';
import { eventually } from '@redress/testkit';
import type { Person } from './act';
import { expectAccepted } from './organisation';

/** An export that is complete, with the bytes that were fetched through the gateway. */
export interface Exported {
  readonly rowsDone: string;
  readonly bytes: string;
  readonly sha256: string;
  readonly downloadUrl: string;
  readonly controlTotals: readonly {
    readonly measure: string;
    readonly rows: number;
    readonly amount: { readonly amount: string; readonly currency: string };
  }[];
  readonly content: Buffer;
}

const EXPORT = `query Export($id: ID!) { export(id: $id) { state reason rowsDone bytes sha256 downloadUrl
  controlTotals { measure rows amount { amount currency } } } }`;

/** SHA-256 of a file in hexadecimal. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Starts an export, waits until it is complete and fetches it; its bytes are those that were announced. */
export async function exported(person: Person, input: object): Promise<Exported> {
  const started = expectAccepted(
    await person.act<{ export: { id: string } }>('startExport', { format: 'CSV', ...input }, 'export { id }'),
  );
  const done = await eventually(
    async () => {
      type Seen = { export: Omit<Exported, 'content'> & { state: string; reason: string | null } };
      const { export: seen } = await person.read<Seen>(EXPORT, { id: started.export.id });
      if (seen.state !== 'COMPLETED') throw new Error(`the export is ${seen.state}: ${seen.reason ?? ''}`);
      return seen;
    },
    { what: 'the export to be complete', timeoutMs: 60_000 },
  );
  const response = await fetch(done.downloadUrl);
  expect(response.status).toBe(200);
  const content = Buffer.from(await response.arrayBuffer());
  expect(sha256Of(content)).toBe(done.sha256);
  expect(String(content.length)).toBe(done.bytes);
  return { ...done, content };
}
