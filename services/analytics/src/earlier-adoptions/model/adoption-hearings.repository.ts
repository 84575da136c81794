import type { EventData, EventEnvelope, regulationAdopted } from '@redress/contracts';
import type { EventHandler } from '@redress/messaging';
import type { TenantReader, TenantTransaction } from '@redress/persistence';

type Adopted = EventData<typeof regulationAdopted>;

/** Somebody who keeps what organisations adopt; hearing of an adoption twice must change nothing. */
export interface AdoptionListener {
  /** Kept for good with the organisations that it was told of. At most 32 letters. */
  readonly name: string;
  readonly hear: EventHandler<Adopted>;
}

/** An adoption as it was taken in; without the event where the change log did not keep it yet. */
export interface EarlierAdoption {
  readonly position: bigint;
  readonly event: EventEnvelope<Adopted> | undefined;
}

/** Which listeners were told of the adoptions that were taken in before they listened. */
export interface AdoptionHearings {
  /** Organisations of which a listener was not told, those after another by their name. */
  untold(listener: string, after: string, limit: number): Promise<readonly string[]>;
  /** Notes that the listener is told; false where it was told before, or somebody else has just done so. */
  begin(tx: TenantTransaction, listener: string, at: Date): Promise<boolean>;
  /** What the organisation adopted after a position, in the order in which it was taken in. */
  adoptions(reader: TenantReader, after: bigint, limit: number): Promise<readonly EarlierAdoption[]>;
}
