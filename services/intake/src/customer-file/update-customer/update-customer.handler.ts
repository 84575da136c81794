import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import type { CustomerRecords } from '../model/customer-records.repository';
import type { CustomerValues } from '../model/customer-values.model';
import { changeOf, updateProblems, type CustomerFileRefusal } from '../model/update-customer.rules';

/** What keeping files of customers needs around it. */
export interface CustomerFilePorts {
  readonly database: Database;
  readonly records: CustomerRecords;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** New values for the file of a customer, as whoever changes it saw it. */
export interface UpdateCustomer {
  readonly customerId: string;
  readonly expectedVersion?: number;
  readonly values: CustomerValues;
}

/** Changes the file of a customer (IN-20); nothing is written where nothing differs. The answer is the customer's id. */
export function updateCustomer(
  command: UpdateCustomer,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  { database, records, clock, newId }: CustomerFilePorts,
): Promise<CommandResult<string, CustomerFileRefusal>> {
  const call = { tenantId, operation: 'updateCustomer', subject, idempotencyKey, request: command };
  return executeCommand<string, CustomerFileRefusal>(database, call, async (tx) => {
    const { customerId, expectedVersion, values } = command;
    const [problem, ...others] = updateProblems(values);
    if (problem !== undefined) return refuse(problem, ...others);
    const file = await records.lock(tx, customerId);
    if (file === undefined) return refuse({ code: 'NOT_FOUND', path: ['customerId'] });
    if (expectedVersion !== undefined && expectedVersion !== file.version) {
      const details = { currentVersion: file.version };
      return refuse({ code: 'VERSION_CONFLICT', path: ['expectedVersion'], details });
    }
    const change = changeOf(file.values, values);
    if (change.changed.length > 0) records.change(tx, file, change, { id: newId(), at: clock.now(), by: subject });
    return accept(customerId);
  });
}
