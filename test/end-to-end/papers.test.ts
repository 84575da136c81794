import { createHash } from 'node:crypto';
import { textOfPages } from '@redress/documents/testing';
import { eventually, sharedTestSystem, type ReachedSystem } from '@redress/testkit';
import { expectAccepted, foundOrganisation, type Organisation } from '../support/organisation';
import { anOrder, Story } from '../support/story';

const PAPERS = `query Papers($id: ID!) { settlement(id: $id) {
  evidence { complete given { id version sha256 downloadUrl } }
  papers { kind number zh: download(language: ZH_CN) en: download(language: EN, copy: 1) } } }`;

interface Seen {
  readonly settlement: {
    readonly evidence: {
      readonly complete: boolean;
      readonly given: readonly { id: string; version: number; sha256: string; downloadUrl: string }[];
    };
    readonly papers: readonly { kind: string; number: string; zh: string; en: string }[];
  };
}

const invoice = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20_000, 7)]);

describe('papers and evidence through the gateway', () => {
  let system: ReachedSystem;
  let organisation: Organisation;

  beforeAll(async () => {
    system = await sharedTestSystem();
    organisation = await foundOrganisation(system);
  }, 180_000);

  afterAll(() => system?.stop(), 60_000);

  it('are fetched and sent by addresses that the graph gives, which lead to the gateway', async () => {
    const orderNumber = await anOrder(organisation, 'SO-PAPERS', '100.00');
    const story = await Story.toRelease(organisation, { orderNumber, lineNumber: 1, amount: '12.34' });
    const { id, version } = await story.released();
    const { people } = organisation;
    const seen = async () => (await people.finance.read<Seen>(PAPERS, { id })).settlement;

    const { ticket } = expectAccepted(
      await people.handler.act<{ ticket: { url: string; evidenceId: string } }>(
        'addEvidence',
        {
          ...{ settlementId: id, kind: 'supporting', fileName: '发票.pdf', mediaType: 'application/pdf' },
          sizeBytes: invoice.length,
        },
        'ticket { url evidenceId }',
      ),
    );
    expect(new URL(ticket.url).origin).toBe(new URL(system.url).origin);
    const headers = { 'content-type': 'application/pdf' };
    const sent = await fetch(ticket.url, { method: 'PUT', body: new Uint8Array(invoice), headers });
    expect(sent.status).toBe(201);
    const [evidence] = (await seen()).evidence.given;
    expect(evidence?.sha256).toBe(createHash('sha256').update(invoice).digest('hex'));
    const back = await fetch(evidence?.downloadUrl ?? '');
    expect(Buffer.from(await back.arrayBuffer()).equals(invoice)).toBe(true);
    expectAccepted(
      await people.finance.act('verifyEvidence', {
        ...{ evidenceId: evidence?.id, expectedVersion: evidence?.version, accepted: true },
      }),
    );

    expectAccepted(await people.finance.act('approveSettlement', { settlementId: id, expectedVersion: version }));
    const papers = await eventually(
      async () => {
        const found = (await seen()).papers;
        return found.some(({ kind }) => kind === 'PAYMENT_ADVICE') ? found : undefined;
      },
      { what: 'the advice of payment', timeoutMs: 60_000 },
    );
    expect(papers.map(({ kind }) => kind)).toEqual(['CREDIT_NOTE', 'PAYMENT_ADVICE']);
    const [note] = papers;
    const chinese = await fetch(note?.zh ?? '');
    expect([chinese.status, chinese.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pages = await textOfPages(new Uint8Array(await chinese.arrayBuffer()));
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      for (const words of ['贷记通知单', note?.number ?? '', '12.34 CNY', orderNumber]) expect(page).toContain(words);
    }
    const [english] = await textOfPages(new Uint8Array(await (await fetch(note?.en ?? '')).arrayBuffer()));
    expect(english).toContain('Copy 1 of 2 · Customer');
  });
});
