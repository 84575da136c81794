import { accept, isId, refuse, type Outcome } from '@redress/kernel';
import type { CustomerReference } from '../../customer/model/customer.model';
import {
  customerNotFound,
  detailProblems,
  referenceProblems,
  type CustomerRefusal,
} from '../../customer/model/customer.rules';
import { isStaff, type Person } from '../../customer/model/visibility.rules';

/**
 * The customer in whose name a person may complain: staff for anyone, a customer for no one but themself. A customer
 * who is not in the file yet enters it with their details, under the id of their token.
 */
export function complainantOf(person: Person, named: CustomerReference): Outcome<CustomerReference, CustomerRefusal> {
  const [problem, ...others] = isStaff(person) ? referenceProblems(named) : detailProblems(named.details);
  if (problem !== undefined) return refuse(problem, ...others);
  if (isStaff(person)) return accept(named);
  const own = person.customerId;
  if (own === undefined || !isId(own)) return refuse(customerNotFound('id'));
  if (named.externalRef !== undefined) return refuse(customerNotFound('externalRef'));
  if (named.id !== undefined && named.id !== own) return refuse(customerNotFound('id'));
  return accept({ id: own, ...(named.details === undefined ? {} : { details: named.details }) });
}
