import { customerErased, type EventData } from '@redress/contracts';
import type { Erasure } from '../model/erasure.model';

/** The public event of an erasure: whose it was by their id, and nothing of who they were. */
export function customerErasedEvent({ customerId, complaints, at, by }: Erasure): {
  definition: typeof customerErased;
  data: EventData<typeof customerErased>;
} {
  return { definition: customerErased, data: { customerId, complaints, at: at.toISOString(), by } };
}
