import type { Outcome } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { Regulation } from '@redress/regulations';
import type { Person } from '../../customer/model/visibility.rules';
import type { WindowRefusal } from './contact-window.rules';

/** Who registers, under what, and when. */
export interface Registering {
  readonly person: Person;
  readonly regulation: Regulation;
  readonly now: Date;
}

/** Who may register the complaints of others, and who answers for them from then on (IN-19). */
export interface Reception {
  admit(tx: TenantTransaction, registering: Registering): Promise<Outcome<void, WindowRefusal>>;
  /** Notes who is the first contact of a complaint that is being registered. */
  note(tx: TenantTransaction, complaintId: string, registering: Registering): void;
}
