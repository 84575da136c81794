import type { Refusal } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { Category } from '../../category/model/category.model';
import { anonymousReference } from '../../customer/model/anonymous-customer.model';
import type { KnownCustomer } from '../../customer/model/customer-file.repository';
import type { NewCustomer } from '../../customer/model/customer.model';
import { customerNotFound } from '../../customer/model/customer.rules';
import type { Person } from '../../customer/model/visibility.rules';
import { comparedForm } from '../../personal-data/blind-index';
import type { RegisterEntry } from '../model/complaint-register.repository';
import type { Complaint } from '../model/complaint.model';
import { importedMatter } from './imported-matter.rules';
import { newCustomer } from '../register-complaint/complainant.handler';
import type { AcceptedRow } from './import-complaints.decide';
import type { ImportPorts } from './import-ports';

type Context = ImportPorts & { readonly person: Person; readonly now: Date };

/** Enters rows with their customers, and answers those that cannot be because their customer is not known. */
export async function enterImported(
  tx: TenantTransaction,
  source: string,
  rows: readonly AcceptedRow[],
  context: Context,
): Promise<ReadonlyMap<string, Refusal>> {
  const customers = await customersOf(tx, source, rows, context);
  const names = [...new Set(rows.map(({ row }) => row.category))];
  const categories = await context.categories.findByNames(tx, names);
  const refused = new Map<string, Refusal>();
  const entries: RegisterEntry[] = [];
  for (const accepted of rows) {
    const customer = customers.get(accepted.id);
    const category = categories.get(accepted.row.category);
    if (category === undefined) throw new Error('the category was not prepared');
    if (customer === undefined) {
      refused.set(accepted.id, customerNotFound('externalRef'));
      continue;
    }
    const complaint = importedComplaint(source, accepted, { customer, category, context });
    entries.push({ complaint, text: accepted.row.text, key: customer.key });
  }
  await context.complaints.enter(tx, entries);
  return refused;
}

/** The customer of each row, by the row's complaint: found by reference, entered with its details, or the nameless one. */
async function customersOf(
  tx: TenantTransaction,
  source: string,
  rows: readonly AcceptedRow[],
  { customers, newId, now }: Context,
): Promise<ReadonlyMap<string, KnownCustomer>> {
  const named = rows.map(({ id, row }) => ({
    id,
    reference: row.customer ?? { externalRef: anonymousReference(source) },
  }));
  const externalRefs = named.map(({ reference }) => reference.externalRef).filter((ref) => ref !== undefined);
  const known = await customers.findByExternalRefs(tx, [...new Set(externalRefs)]);

  const entries: NewCustomer[] = [];
  const entryOf = new Map<string, NewCustomer>();
  for (const { id, reference } of named) {
    const { externalRef, details } = reference;
    if (details === undefined || (externalRef !== undefined && known.has(externalRef))) continue;
    const key = entryKey(id, externalRef);
    const entry = entryOf.get(key) ?? newCustomer(reference, newId);
    if (!entryOf.has(key)) entries.push(entry);
    entryOf.set(key, entry);
  }
  const entered = new Map(customers.enter(tx, entries, now).map((customer) => [customer.id, customer]));

  return new Map(
    named.flatMap(({ id, reference: { externalRef } }) => {
      const customer =
        (externalRef === undefined ? undefined : known.get(externalRef)) ??
        entered.get(entryOf.get(entryKey(id, externalRef))?.id ?? '');
      return customer === undefined ? [] : [[id, customer] as const];
    }),
  );
}

/** Rows name one customer where the file of customers would find their references to be the same. */
function entryKey(id: string, externalRef: string | undefined): string {
  return externalRef === undefined ? id : comparedForm(externalRef);
}

function importedComplaint(
  source: string,
  { id, number, row, adoption }: AcceptedRow,
  { customer, category, context }: { customer: KnownCustomer; category: Category; context: Context },
): Complaint {
  const { history } = row;
  return {
    id,
    number,
    customerId: customer.id,
    channel: row.channel,
    category,
    ...(row.product === undefined ? {} : { product: row.product }),
    ...(row.region === undefined ? {} : { region: row.region }),
    ...(row.orderLine === undefined ? {} : { orderLine: row.orderLine }),
    ...(row.demand === undefined ? {} : { demand: row.demand }),
    ...(adoption === undefined
      ? {}
      : { regulation: { id: adoption.regulation.id, version: adoption.regulation.version } }),
    receivedAt: row.receivedAt,
    registeredAt: context.now,
    acknowledgedAt: history?.acknowledgedAt ?? history?.firstReplyAt ?? context.now,
    registeredBy: context.person.subject,
    external: { source, id: row.externalId },
    ...(history === undefined ? {} : { history }),
    ...importedMatter({ row, adoption, complainantKind: customer.kind, category, now: context.now }),
  };
}
