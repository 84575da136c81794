import { eventually } from '@redress/testkit';
import type { Organisation } from './organisation';
import type { Stage } from './stage';

const POSITION = `query Position {
  metrics(query: { metrics: [COMPLAINTS_RECEIVED] }) { asOf { position } rows { values { value } } }
}`;

interface Answer {
  readonly metrics: {
    readonly asOf: { readonly position: string };
    readonly rows: readonly { readonly values: readonly { readonly value: string | null }[] }[];
  };
}

/** How many complaints the figures count, and up to which position of the feed. */
export async function counted(
  { graph }: Stage,
  { tokens }: Organisation,
): Promise<{ complaints: number; position: number }> {
  const { metrics } = await graph.ask<Answer>(POSITION, {}, tokens.analyst);
  return { complaints: Number(metrics.rows[0]?.values[0]?.value ?? 0), position: Number(metrics.asOf.position) };
}

/** Waits until the figures count so many complaints and nothing further arrives for a while. */
export async function allCounted(stage: Stage, organisation: Organisation, complaints: number): Promise<void> {
  let last = -1;
  await eventually(
    async () => {
      const now = await counted(stage, organisation);
      const still = now.position === last;
      last = now.position;
      return now.complaints >= complaints && still;
    },
    { what: `${complaints} complaints in the figures`, timeoutMs: 180_000, intervalMs: 400 },
  );
}
