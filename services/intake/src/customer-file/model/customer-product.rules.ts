import type { Refusal } from '@redress/kernel';
import { textProblems } from '../../customer/model/customer.rules';
import type { ProductSold } from './customer-product.model';
import type { CustomerFileRefusal } from './update-customer.rules';

const LIMITS = { product: 200, serialNumber: 100, batch: 100, orderNumber: 64 } as const;
const MEMBERS = Object.keys(LIMITS) as (keyof typeof LIMITS)[];

/** Everything that is wrong with a product that a customer is said to have. */
export function productProblems(sold: ProductSold, now: Date): Refusal<CustomerFileRefusal>[] {
  const problems: Refusal<CustomerFileRefusal>[] = MEMBERS.flatMap((member) =>
    textProblems([member], sold[member], LIMITS[member]),
  );
  const early = sold.soldAt === undefined || sold.soldAt <= now;
  return early ? problems : [...problems, { code: 'INTAKE_SOLD_IN_FUTURE', path: ['soldAt'] }];
}

/** The same without the spaces around what was typed, so that a recall finds it. */
export function trimmed({ soldAt, ...texts }: ProductSold): ProductSold {
  const { product, ...others } = texts;
  const rest = Object.fromEntries(Object.entries(others).map(([member, text]) => [member, text.trim()]));
  return { product: product.trim(), ...rest, ...(soldAt === undefined ? {} : { soldAt }) };
}
