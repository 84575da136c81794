import { accept, refuse } from '@redress/kernel';
import { isStaff } from '../../customer/model/visibility.rules';
import type { StaffBook } from '../../staff/model/staff-book.repository';
import { isTheWindow, keepsFirstContact, windowOf } from '../model/contact-window.rules';
import type { FirstContactBook } from '../model/first-contact.repository';
import type { Reception } from '../model/reception';

/** The reception that people pass: customers for themselves, and staff as the regulation in force has it. */
export function receptionOf(staff: StaffBook, contacts: FirstContactBook): Reception {
  return {
    async admit(tx, { person, regulation, now }) {
      const window = windowOf(regulation);
      if (window === undefined || !isStaff(person)) return accept(undefined);
      const parties = await staff.partiesOf(tx, person.subject, now);
      if (isTheWindow(person, parties, regulation)) return accept(undefined);
      const unknown = (await staff.standingOf(tx, person.subject)) === undefined;
      if (unknown && isTheWindow(person, undefined, regulation)) return accept(undefined);
      return refuse({ code: 'INTAKE_NOT_THE_WINDOW', details: { allowed: window } });
    },

    note(tx, complaintId, { person, regulation, now }) {
      if (!keepsFirstContact(regulation) || !isStaff(person)) return;
      contacts.enterAtCommit(tx, { complaintId, number: 0, subject: person.subject, since: now, documents: [] });
    },
  };
}

const NO_RECEPTION: Reception = {
  admit: () => Promise.resolve(accept(undefined)),
  note: () => undefined,
};

/** Mailboxes, providers and contact centres pass no window, and answer for nothing. */
export function unattended<Ports extends { readonly reception: Reception }>(ports: Ports): Ports {
  return { ...ports, reception: NO_RECEPTION };
}
