import { eventually } from '@redress/testkit';
import { secondsFor } from '../figures/workers';
import { complaintInputs } from './complaint-inputs';
import type { Organisation } from './organisation';
import { CONNECTIONS, type Stage } from './stage';

interface Step {
  readonly name: string;
  readonly by: 'agent' | 'supervisor' | 'handler';
  readonly input: (organisation: Organisation) => object;
}

const STEPS: readonly Step[] = [
  { name: 'acceptCase', by: 'agent', input: () => ({}) },
  { name: 'assignCase', by: 'supervisor', input: ({ tenant }) => ({ assignee: `handler@${tenant}` }) },
  {
    name: 'recordInvestigation',
    by: 'handler',
    input: () => ({ validity: 'VALID', findings: 'The seam was not welded through.' }),
  },
  {
    name: 'proposeResolution',
    by: 'handler',
    input: () => ({
      text: 'Money back.',
      remedies: [{ kind: 'REFUND', amount: { amount: '10.00', currency: 'CNY' } }],
    }),
  },
  { name: 'approveResolution', by: 'supervisor', input: () => ({}) },
];

/** What releases the settlement, after the others. */
const RELEASING: readonly Step[] = [
  {
    name: 'sendReply',
    by: 'handler',
    input: () => ({ purpose: 'DECISION', form: 'WRITTEN', text: 'We give your money back.' }),
  },
  { name: 'recordConsent', by: 'handler', input: () => ({ decision: 'ACCEPTED' }) },
];

interface SeenCase {
  readonly id: string;
  readonly version: number;
}

/** Takes complaints as far as a settlement each, through the public graph; and on to its release when asked to. */
export async function settledCases(
  stage: Stage,
  organisation: Organisation,
  seed: number,
  count: number,
  { released = false }: { readonly released?: boolean } = {},
): Promise<void> {
  const { graph } = stage;
  const { tokens, tenant } = organisation;
  const order = `SO-${tenant}`;
  await registerOrder(stage, organisation, order, count);
  const inputs = complaintInputs(seed, count).map((input, index) => ({
    ...input,
    orderLine: { orderNumber: order, lineNumber: index + 1 },
  }));
  await secondsFor(inputs, CONNECTIONS, async (input) => {
    const { complaint } = await graph.act<{ complaint: { id: string } }>(
      'registerComplaint',
      input,
      'complaint { id }',
      tokens.agent,
    );
    let seen = await caseOf(stage, organisation, complaint.id);
    for (const { name, by, input: more } of released ? [...STEPS, ...RELEASING] : STEPS) {
      const step = { caseId: seen.id, expectedVersion: seen.version, ...more(organisation) };
      seen = (await graph.act<{ case: SeenCase }>(name, step, 'case { id version }', tokens[by])).case;
    }
    await settlementOf(stage, organisation, complaint.id);
  });
}

async function registerOrder(
  { graph }: Stage,
  { tokens }: Organisation,
  orderNumber: string,
  lines: number,
): Promise<void> {
  const paid = { amount: '299.00', currency: 'CNY' };
  const input = {
    orderNumber,
    placedAt: '2026-10-12T03:00:00.000Z',
    currency: 'CNY',
    lines: Array.from({ length: lines }, (_, index) => ({
      lineNumber: index + 1,
      description: 'Kettle',
      quantity: '1',
      paid,
    })),
  };
  await graph.act('registerPurchase', input, '', tokens.finance);
}

async function caseOf({ graph }: Stage, { tokens }: Organisation, id: string): Promise<SeenCase> {
  return eventually(
    async () => {
      const document = 'query Case($id: ID!) { complaint(id: $id) { case { id version } } }';
      const { complaint } = await graph.ask<{ complaint: { case: SeenCase | null } }>(document, { id }, tokens.auditor);
      return complaint.case;
    },
    { what: `the case of ${id}`, timeoutMs: 60_000, intervalMs: 100 },
  );
}

async function settlementOf({ graph }: Stage, { tokens }: Organisation, id: string): Promise<void> {
  await eventually(
    async () => {
      const document = 'query Settled($id: ID!) { complaint(id: $id) { settlements { state } } }';
      const answer = await graph.ask<{ complaint: { settlements: { state: string }[] } }>(
        document,
        { id },
        tokens.auditor,
      );
      return answer.complaint.settlements.length === 1;
    },
    { what: `the settlement of ${id}`, timeoutMs: 60_000, intervalMs: 100 },
  );
}
