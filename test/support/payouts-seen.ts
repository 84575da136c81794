import { eventually } from '@redress/testkit';
import { expectAccepted, type Organisation } from './organisation';
import { Story } from './story';

/** A payment as those see it who read the books. */
export interface SeenPayout {
  readonly id: string;
  readonly sequence: number;
  readonly means: string;
  readonly provider: string;
  readonly state: string;
  readonly reason: string | null;
  readonly amount: { readonly amount: string };
  readonly originalReference: string | null;
  readonly endToEndId: string | null;
  readonly redirectedTo: number | null;
  readonly notBefore: string | null;
  readonly payeeAccount: { readonly holder: string; readonly account: string } | null;
  readonly evidence: readonly {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly proof: string;
  }[];
}

/** A settlement with the payments by which it is paid. */
export interface PaidSettlement {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly reason: string | null;
  readonly payouts: readonly SeenPayout[];
  readonly instalments: readonly {
    readonly dueOn: string;
    readonly amount: { readonly amount: string };
    readonly payouts: readonly { readonly state: string }[];
  }[];
}

export const PAYOUT = `payout { id sequence means provider state reason amount { amount } originalReference endToEndId
  redirectedTo notBefore payeeAccount { holder account } evidence { id version state proof } }`;
const SETTLEMENT = `query Settlement($id: ID!) { settlement(id: $id) { id state version reason
  ${PAYOUT.replace('payout', 'payouts')}
  instalments { dueOn amount { amount } payouts { state } } } }`;

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

/** Registers an order of one line that was paid by these payments, and answers its number. */
export async function anOrderPaidBy(
  { people }: Organisation,
  orderNumber: string,
  paid: string,
  ...payments: readonly (readonly [provider: string, reference: string, amount: string])[]
): Promise<string> {
  expectAccepted(
    await people.finance.act('registerPurchase', {
      ...{ orderNumber, placedAt: '2026-03-01T03:00:00.000Z', currency: 'CNY' },
      lines: [{ lineNumber: 1, description: 'Kettle', quantity: '1', paid: yuan(paid) }],
      payments: payments.map(([provider, reference, amount]) => ({ provider, reference, amount: yuan(amount) })),
    }),
  );
  return orderNumber;
}

/** What finance does with the payments of an organisation, through the public graph. */
export class PayDesk {
  private routeVersion = 0;

  constructor(private readonly organisation: Organisation) {}

  /** From now on what cannot go back the way it came is paid so. */
  async payBy(means: string): Promise<void> {
    const { people } = this.organisation;
    const { route } = expectAccepted(
      await people.manager.act<{ route: { version: number } }>(
        'setPayoutRoute',
        { means, expectedVersion: this.routeVersion },
        'route { version }',
      ),
    );
    this.routeVersion = route.version;
  }

  /** A remedy of this kind for the line of an order, agreed on by the complainant. */
  async released(orderNumber: string, amount: string, kind = 'REFUND'): Promise<{ story: Story; id: string }> {
    const dispute = { orderNumber, lineNumber: 1, amount };
    const story = await Story.begin(this.organisation, { orderLine: { orderNumber, lineNumber: 1 } });
    await story.investigated();
    await story.proposed(dispute, kind);
    await story.approvedAndReplied();
    await story.answered('ACCEPTED');
    return { story, id: (await story.released()).id };
  }

  /** The same, approved by finance. */
  async approved(orderNumber: string, amount: string, kind?: string): Promise<{ story: Story; id: string }> {
    const released = await this.released(orderNumber, amount, kind);
    await this.approve(released.id);
    return released;
  }

  async approve(settlementId: string): Promise<void> {
    const { version: expectedVersion } = await this.settlement(settlementId);
    expectAccepted(await this.organisation.people.finance.act('approveSettlement', { settlementId, expectedVersion }));
  }

  async settlement(id: string): Promise<PaidSettlement> {
    const { settlement } = await this.organisation.people.finance.read<{ settlement: PaidSettlement }>(SETTLEMENT, {
      id,
    });
    return settlement;
  }

  /** The settlement once it is in that state. */
  inState(id: string, state: string): Promise<PaidSettlement> {
    return eventually(
      async () => {
        const seen = await this.settlement(id);
        if (seen.state !== state) throw new Error(`the settlement is ${JSON.stringify(seen)}`);
        return seen;
      },
      { what: `a settlement that is ${state}`, timeoutMs: 60_000 },
    );
  }

  /** One of the payments of a settlement, once it is in that state. */
  payout(id: string, sequence: number, state: string): Promise<SeenPayout> {
    return eventually(
      async () => {
        const { payouts } = await this.settlement(id);
        const found = payouts.find((payout) => payout.sequence === sequence);
        if (found?.state !== state) throw new Error(`the payments are ${JSON.stringify(payouts)}`);
        return found;
      },
      { what: `payment ${sequence} being ${state}`, timeoutMs: 60_000 },
    );
  }

  /** One person acts on a payment. */
  onPayout(mutation: string, payoutId: string, input: object = {}) {
    return this.organisation.people.finance.act<{ payout: SeenPayout | null }>(
      mutation,
      { payoutId, ...input },
      PAYOUT,
    );
  }

  /** Somebody else than who recorded it confirms what is known of a payment. */
  async confirmed(payout: SeenPayout | null): Promise<SeenPayout | null> {
    const evidence = payout?.evidence.at(-1);
    const input = { evidenceId: evidence?.id, expectedVersion: evidence?.version, accepted: true };
    const another = await this.organisation.another('finance');
    const answer = await another.act<{ payout: SeenPayout | null }>('confirmPayoutEvidence', input, PAYOUT);
    return expectAccepted(answer).payout;
  }
}
