import { codeOfLabel } from '../../category/model/category-code';
import { LABEL_LENGTH_AT_MOST } from '../../category/model/category.model';
import { anonymousReference } from '../../customer/model/anonymous-customer.model';
import { newCustomer } from '../register-complaint/complainant.handler';
import type { ImportComplaints } from './import-complaints.command';
import type { ImportPorts } from './import-ports';

/**
 * Enters what rows of one source share, in small transactions before the rows' own: categories that are not known yet
 * and the nameless customer of the source. Imports that run side by side would otherwise wait for each other's rows.
 */
export async function prepareImport(command: ImportComplaints, tenantId: string, ports: ImportPorts): Promise<void> {
  await enterCategories(command, tenantId, ports);
  if (command.rows.some((row) => row.customer === undefined)) await enterAnonymous(command.source, tenantId, ports);
}

async function enterCategories({ rows }: ImportComplaints, tenantId: string, ports: ImportPorts): Promise<void> {
  const names = [...new Set(rows.map(({ category }) => category))].filter(
    (name) => name.trim() !== '' && name.length <= LABEL_LENGTH_AT_MOST,
  );
  const known = await ports.categories.findByNames(ports.database.reader(tenantId), names);
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const categories = unknown.map((name) => ({
    id: ports.newId(),
    code: codeOfLabel(name),
    label: { zh: name, en: name },
    origin: 'IMPORT' as const,
  }));
  await ports.database.transaction(tenantId, (tx) => ports.categories.enter(tx, categories));
}

async function enterAnonymous(source: string, tenantId: string, ports: ImportPorts): Promise<void> {
  const reference = { externalRef: anonymousReference(source) };
  const known = await ports.customers.findByExternalRefs(ports.database.reader(tenantId), [reference.externalRef]);
  if (known.size > 0) return;
  await ports.database.transaction(tenantId, async (tx) => {
    ports.customers.enter(tx, [newCustomer(reference, ports.newId)], ports.clock.now());
    return Promise.resolve();
  });
}
