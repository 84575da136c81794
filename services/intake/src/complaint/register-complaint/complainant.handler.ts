import { accept, refuse, type Outcome } from '@redress/kernel';
import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { CustomerFile, KnownCustomer } from '../../customer/model/customer-file.repository';
import type { CustomerReference, NewCustomer } from '../../customer/model/customer.model';
import { customerNotFound, type CustomerRefusal } from '../../customer/model/customer.rules';

/** A complainant who is in the file, or who is entered when the complaint is. */
export type Complainant = { readonly known: KnownCustomer } | { readonly entry: NewCustomer };

/** Finds who a reference names; one with details who is not in the file yet is to be entered. */
export async function findComplainant(
  reader: TenantReader,
  reference: CustomerReference,
  { customers, newId }: { readonly customers: CustomerFile; readonly newId: () => string },
): Promise<Outcome<Complainant, CustomerRefusal>> {
  const known = await findKnown(reader, reference, customers);
  if (known !== undefined) return accept({ known });
  if (reference.details === undefined)
    return refuse(customerNotFound(reference.id === undefined ? 'externalRef' : 'id'));
  return accept({ entry: newCustomer(reference, newId) });
}

/** Makes the entry of a customer from what a command tells of them. */
export function newCustomer({ id, externalRef, details }: CustomerReference, newId: () => string): NewCustomer {
  return {
    id: id ?? newId(),
    kind: details?.kind ?? 'CONSUMER',
    ...(details?.preferredLanguage === undefined ? {} : { preferredLanguage: details.preferredLanguage }),
    identity: {
      ...(details === undefined ? {} : { name: details.name }),
      ...(details?.email === undefined ? {} : { email: details.email }),
      ...(details?.phone === undefined ? {} : { phone: details.phone }),
      ...(externalRef === undefined ? {} : { externalRef }),
    },
  };
}

/** The complainant's id and key, after entering them if need be. */
export function enterComplainant(
  tx: TenantTransaction,
  complainant: Complainant,
  { customers, now }: { readonly customers: CustomerFile; readonly now: Date },
): KnownCustomer {
  if ('known' in complainant) return complainant.known;
  const [entered] = customers.enter(tx, [complainant.entry], now);
  if (entered === undefined) throw new Error('the customer was not entered');
  return entered;
}

/** Who the complainant is, entered or still to be. */
export function personOf(complainant: Complainant): Pick<KnownCustomer, 'id' | 'kind'> {
  return 'known' in complainant ? complainant.known : complainant.entry;
}

async function findKnown(
  reader: TenantReader,
  { id, externalRef }: CustomerReference,
  customers: CustomerFile,
): Promise<KnownCustomer | undefined> {
  if (id !== undefined) return customers.findById(reader, id);
  if (externalRef === undefined) return undefined;
  return (await customers.findByExternalRefs(reader, [externalRef])).get(externalRef);
}
