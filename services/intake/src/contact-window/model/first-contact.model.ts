/** Somebody who answers for a complaint from a moment on, until it is handed over. */
export interface FirstContact {
  readonly complaintId: string;
  /** Counts the contacts of a complaint, from 0. */
  readonly number: number;
  readonly subject: string;
  readonly since: Date;
  /** Who handed it over; nobody handed it to whoever registered it. */
  readonly handedBy?: string;
  /** What was handed over with it. */
  readonly documents: readonly string[];
  readonly note?: string;
}

/** To whom a complaint is handed over, and with what. */
export interface ContactHandOver {
  readonly to: string;
  readonly documents: readonly string[];
  readonly note?: string;
}

/** A hand-over as its record tells it. */
export interface ContactHandOverRecord extends ContactHandOver {
  readonly at: Date;
  /** Nobody, where a complaint had no contact before, as its complainant registered it. */
  readonly from?: string;
  readonly by: string;
}

/** What the contacts of one complaint, in their order, say of its hand-overs. */
export function handOversOf(contacts: readonly FirstContact[]): readonly ContactHandOverRecord[] {
  return contacts.flatMap(({ handedBy, subject, since, documents, note }, index) => {
    if (handedBy === undefined) return [];
    const from = contacts[index - 1]?.subject;
    return [
      {
        ...{ at: since, to: subject, by: handedBy, documents },
        ...(from === undefined ? {} : { from }),
        ...(note === undefined ? {} : { note }),
      },
    ];
  });
}
