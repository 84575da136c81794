import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { given } from '../../public-graph/mutation-input.gql';
import {
  RecordCustomerProductInput,
  RecordCustomerProductPayload,
} from '../record-customer-product/record-customer-product.gql';
import { recordCustomerProduct } from '../record-customer-product/record-customer-product.handler';
import { answerCustomer, type CustomerSource } from './customer-answer';
import { UpdateCustomerInput, UpdateCustomerPayload } from './update-customer.gql';
import { updateCustomer, type CustomerFilePorts } from './update-customer.handler';

/** Keeps the files of customers. */
@Resolver()
export class ChangeCustomerResolver {
  constructor(private readonly ports: CustomerFilePorts & CustomerSource) {}

  @Mutation(() => UpdateCustomerPayload, {
    description: 'Changes the file of a customer. For front-line staff.',
  })
  updateCustomer(
    @Arg('input', () => UpdateCustomerInput, { description: 'Whose file, and what changes.' })
    input: UpdateCustomerInput,
    @Ctx() context: GraphContext,
  ): Promise<UpdateCustomerPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const { idempotencyKey, customerId, expectedVersion, ...asked } = input;
    const command = { customerId: uuidOf(customerId), ...given({ expectedVersion }), values: given(asked) };
    return answerCustomer(this.ports, idempotencyKey, context, () =>
      updateCustomer(command, viewer, idempotencyKey, this.ports),
    );
  }

  @Mutation(() => RecordCustomerProductPayload, {
    description:
      'Enters a product into the file of the customer who has it, so that a recall finds them. For front-line staff.',
  })
  recordCustomerProduct(
    @Arg('input', () => RecordCustomerProductInput, { description: 'Who has which product.' })
    input: RecordCustomerProductInput,
    @Ctx() context: GraphContext,
  ): Promise<RecordCustomerProductPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const { idempotencyKey, customerId, product, ...others } = input;
    const sold = { product, ...given(others) };
    return answerCustomer(this.ports, idempotencyKey, context, () =>
      recordCustomerProduct(uuidOf(customerId), sold, viewer, idempotencyKey, this.ports),
    );
  }
}

/** An id that is none of a customer stands for one that does not exist. */
function uuidOf(customerId: string): string {
  return fromGlobalId('Customer', customerId) ?? '';
}
