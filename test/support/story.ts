import { eventually } from '@redress/testkit';
import { expectAccepted, type Organisation } from './organisation';

/** A case as the stories look at it. */
export interface SeenCase {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly settlements: readonly SeenSettlement[];
}

export interface SeenSettlement {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly amount: { readonly amount: string; readonly currency: string };
  readonly reason: string | null;
  readonly maximum: { readonly amount: string } | null;
}

/** Which line a complaint disputes and how much of it is to be given back. */
export interface Dispute {
  readonly orderNumber: string;
  readonly lineNumber: number;
  readonly amount: string;
}

/** So often nothing changes a case between a look at it and an act: whoever conflicts as often has a fault. */
const MOST_CONFLICTS = 20;

const CASE = `query Case($number: String!) {
  caseByNumber(number: $number) {
    id version state
    settlements { id version state amount { amount currency } reason maximum { amount } }
  }
}`;

/** Tells a complaint step by step, through the public graph, as the people of an organisation. */
export class Story {
  private constructor(
    private readonly organisation: Organisation,
    readonly number: string,
    readonly complaintId: string,
  ) {}

  static async begin(organisation: Organisation, input: object = {}): Promise<Story> {
    const { complaint, acknowledgement } = expectAccepted(
      await organisation.people.agent.act<{ complaint: { id: string }; acknowledgement: { number: string } }>(
        'registerComplaint',
        {
          channel: 'WEB_FORM',
          categoryCode: 'product-quality',
          text: '水壶漏水。The kettle leaks.',
          product: 'Kettle',
          customer: { details: { name: 'Chen Meili', kind: 'CONSUMER', email: 'meili@example.org' } },
          ...input,
        },
        'complaint { id } acknowledgement { number acknowledgedAt dueDates { stage dueAt } }',
      ),
    );
    return new Story(organisation, acknowledgement.number, complaint.id);
  }

  /** The case, once it has been opened and satisfies the condition. */
  async case(
    until: (seen: SeenCase) => boolean = () => true,
    what = 'the case',
    timeoutMs = 60_000,
  ): Promise<SeenCase> {
    return eventually(
      async () => {
        const { caseByNumber } = await this.organisation.people.auditor.read<{ caseByNumber: SeenCase | null }>(CASE, {
          number: this.number,
        });
        if (caseByNumber === null) throw new Error(`${what} of ${this.number} is not there`);
        if (!until(caseByNumber)) throw new Error(`${what}: last seen ${JSON.stringify(caseByNumber)}`);
        return caseByNumber;
      },
      { what, timeoutMs, intervalMs: 50 },
    );
  }

  /** A mutation on the case at its present version; what comes by itself may have changed it in between, then again. */
  async step(
    role: 'agent' | 'handler' | 'supervisor' | 'manager',
    mutation: string,
    input: object = {},
  ): Promise<void> {
    const person = this.organisation.people[role];
    for (let attempt = 1; ; attempt += 1) {
      const { id, version } = await this.case();
      const payload = await person.act(mutation, { caseId: id, expectedVersion: version, ...input });
      if (attempt < MOST_CONFLICTS && payload.userErrors[0]?.code === 'VERSION_CONFLICT') continue;
      expectAccepted(payload);
      return;
    }
  }

  async investigated(): Promise<this> {
    await this.step('agent', 'acceptCase');
    await this.step('supervisor', 'assignCase', { assignee: `handler@${this.organisation.tenant}` });
    await this.step('handler', 'recordInvestigation', { validity: 'VALID', findings: 'Seam not welded through.' });
    return this;
  }

  async proposed({ orderNumber, lineNumber, amount }: Dispute, kind = 'REFUND'): Promise<this> {
    const remedy = { kind, orderLine: { orderNumber, lineNumber }, amount: { amount, currency: 'CNY' } };
    await this.step('handler', 'proposeResolution', { text: 'Money back.', remedies: [remedy] });
    return this;
  }

  async approvedAndReplied(by: 'supervisor' | 'manager' = 'supervisor'): Promise<this> {
    await this.step(by, 'approveResolution');
    await this.step('handler', 'sendReply', { purpose: 'DECISION', form: 'WRITTEN', text: 'We give your money back.' });
    return this;
  }

  async answered(decision: 'ACCEPTED' | 'OBJECTED'): Promise<this> {
    await this.step('handler', 'recordConsent', { decision });
    return this;
  }

  /** The settlement of the case once finance may approve it. */
  async released(): Promise<SeenSettlement> {
    const { settlements } = await this.case(
      (seen) => seen.settlements.some(({ state }) => state === 'RELEASED'),
      'a released settlement',
    );
    const settlement = settlements.find(({ state }) => state === 'RELEASED');
    if (settlement === undefined) throw new Error('the settlement went away');
    return settlement;
  }

  /** From registration to a settlement that finance may approve. */
  static async toRelease(organisation: Organisation, dispute: Dispute): Promise<Story> {
    const { orderNumber, lineNumber } = dispute;
    const story = await Story.begin(organisation, { orderLine: { orderNumber, lineNumber } });
    await story.investigated();
    await story.proposed(dispute);
    await story.approvedAndReplied();
    return story.answered('ACCEPTED');
  }
}

/** Registers an order of one line and answers its number. */
export async function anOrder({ people }: Organisation, orderNumber: string, paid: string): Promise<string> {
  const amount = { amount: paid, currency: 'CNY' };
  expectAccepted(
    await people.finance.act('registerPurchase', {
      orderNumber,
      placedAt: '2026-10-12T03:00:00.000Z',
      currency: 'CNY',
      lines: [{ lineNumber: 1, description: 'Kettle', quantity: '1', paid: amount }],
      payments: [{ provider: 'simulator', reference: `PAY-${orderNumber}`, amount }],
    }),
  );
  return orderNumber;
}
