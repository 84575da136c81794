import type { MasterKeys } from '../personal-data/master-keys';
import { mysqlCustomerRecords } from './adapters/customer-records.repository-mysql';
import { TraceProductResolver } from './trace-product/trace-product.resolver';
import { ChangeCustomerResolver } from './update-customer/change-customer.resolver';
import type { CustomerFilePorts } from './update-customer/update-customer.handler';
import { CustomerFileResolver } from './view-customer-file/customer-file.resolver';
import { HistoryEntryResolver, ProductEntryResolver } from './view-customer-file/entries.resolver';

/** The resolvers of customers' files. */
export const CUSTOMER_FILE_RESOLVERS = [
  ChangeCustomerResolver,
  CustomerFileResolver,
  HistoryEntryResolver,
  ProductEntryResolver,
  TraceProductResolver,
] as const;

/** Wires the files of customers. */
export function composeCustomerFile(
  { database, clock, newId }: Omit<CustomerFilePorts, 'records'>,
  masters: MasterKeys,
): readonly object[] {
  const ports = { database, clock, newId, masters, records: mysqlCustomerRecords(masters) };
  return [
    new ChangeCustomerResolver(ports),
    new CustomerFileResolver(database),
    new HistoryEntryResolver(database),
    new ProductEntryResolver(database, masters),
    new TraceProductResolver(database),
  ];
}
