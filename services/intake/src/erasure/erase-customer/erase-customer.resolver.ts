import type { Refusal } from '@redress/kernel';
import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { findCustomers } from '../../customer/view-customers/customer.reference';
import type { MasterKeys } from '../../personal-data/master-keys';
import { idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { toErasure } from '../view-erasures/customer-erasure.gql';
import { erasureById } from '../view-erasures/customer-erasures.query';
import { EraseCustomerInput, EraseCustomerPayload } from './erase-customer.gql';
import { eraseCustomer, type EraseCustomerPorts } from './erase-customer.handler';

/** Erases the personal data of customers. */
@Resolver()
export class EraseCustomerResolver {
  constructor(
    private readonly ports: EraseCustomerPorts,
    private readonly masters: MasterKeys,
  ) {}

  @Mutation(() => EraseCustomerPayload, {
    description:
      'Erases the personal data of a customer for good: who they are, what they wrote, and the words by which that was ' +
      'found. Refused while a complaint of theirs is handled, held or to be kept. For managers and administrators.',
  })
  async eraseCustomer(
    @Arg('input', () => EraseCustomerInput, { description: 'Whose, and why.' }) input: EraseCustomerInput,
    @Ctx() context: GraphContext,
  ): Promise<EraseCustomerPayload> {
    const viewer = requireRole(context, 'manager', 'admin');
    const { idempotencyKey, expectedVersion, reason } = input;
    const problems = idempotencyKeyProblems(idempotencyKey);
    if (problems.length > 0) return refused(problems, context);
    const customerId = fromGlobalId('Customer', input.customerId) ?? '';
    const command = { customerId, expectedVersion, reason };
    const { outcome, replayed } = await eraseCustomer(command, viewer, idempotencyKey, this.ports);
    if (!outcome.ok) return refused(outcome.refusals, context);
    const { database } = this.ports;
    const row = await erasureById(database.reader(viewer.tenantId), outcome.value.erasureId);
    const [customer] = await findCustomers(database, this.masters, [customerId], context);
    return {
      customer: customer ?? null,
      erasure: row === undefined ? null : toErasure(row),
      replayed,
      userErrors: [],
    };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): EraseCustomerPayload {
  return { customer: null, erasure: null, replayed: false, userErrors: inputErrors(refusals, context) };
}
