import { accept, refuse } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import type { ProductSold } from '../model/customer-product.model';
import { productProblems, trimmed } from '../model/customer-product.rules';
import type { CustomerFileRefusal } from '../model/update-customer.rules';
import type { CustomerFilePorts } from '../update-customer/update-customer.handler';

/** Enters a product into the file of the customer who has it; the answer is the customer's id. */
export function recordCustomerProduct(
  customerId: string,
  sold: ProductSold,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  { database, records, clock, newId }: CustomerFilePorts,
): Promise<CommandResult<string, CustomerFileRefusal>> {
  const request = { customerId, ...sold };
  const call = { tenantId, operation: 'recordCustomerProduct', subject, idempotencyKey, request };
  return executeCommand<string, CustomerFileRefusal>(database, call, async (tx) => {
    const now = clock.now();
    const [problem, ...others] = productProblems(sold, now);
    if (problem !== undefined) return refuse(problem, ...others);
    if ((await records.lock(tx, customerId)) === undefined) return refuse({ code: 'NOT_FOUND', path: ['customerId'] });
    const entry = { ...trimmed(sold), id: newId(), customerId, recordedAt: now, recordedBy: subject };
    if (await records.hasProduct(tx, entry)) {
      return refuse({ code: 'INTAKE_PRODUCT_RECORDED_ALREADY', path: ['serialNumber'] });
    }
    records.enterProduct(tx, entry);
    return accept(customerId);
  });
}
