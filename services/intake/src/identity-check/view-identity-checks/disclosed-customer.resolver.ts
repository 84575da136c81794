import { fromGlobalId, type GraphContext } from '@redress/graphql-runtime';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../customer/model/visibility.rules';
import { Customer } from '../../customer/view-customers/customer.gql';
import type { MasterKeys } from '../../personal-data/master-keys';
import { maskedAddress, maskedEmail, maskedName, maskedPhone } from '../model/masked-identity';
import { isOpenTo, type DisclosurePorts } from './disclosure.query';
import { IdentityCheck } from './identity-check.gql';
import { identityChecksOf } from './identity-checks.query';

const MASKED = 'Masked to a viewer whom the regulation has check the identity first.';

/**
 * Shows customers to those who may read them. Every path through the graph to a customer ends in these fields, so none
 * leads around the mask.
 */
@Resolver(() => Customer)
export class DisclosedCustomerResolver {
  constructor(
    private readonly ports: DisclosurePorts,
    private readonly masters: MasterKeys,
  ) {}

  @FieldResolver(() => String, {
    nullable: true,
    description: `Name; null for a nameless customer, or when it was erased. ${MASKED}`,
  })
  name(@Root() customer: Customer, @Ctx() context: GraphContext): Promise<string | null> {
    return this.shown(customer, customer.name, maskedName, context);
  }

  @FieldResolver(() => String, { nullable: true, description: `E-mail address. ${MASKED}` })
  email(@Root() customer: Customer, @Ctx() context: GraphContext): Promise<string | null> {
    return this.shown(customer, customer.email, maskedEmail, context);
  }

  @FieldResolver(() => String, { nullable: true, description: `Telephone number. ${MASKED}` })
  phone(@Root() customer: Customer, @Ctx() context: GraphContext): Promise<string | null> {
    return this.shown(customer, customer.phone, maskedPhone, context);
  }

  @FieldResolver(() => String, { nullable: true, description: `Postal address. ${MASKED}` })
  address(@Root() customer: Customer, @Ctx() context: GraphContext): Promise<string | null> {
    return this.shown(customer, customer.address, maskedAddress, context);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer has to check the identity (`recordIdentityCheck`) before name, addresses and telephone ' +
      'number are shown to them as they are.',
  })
  async identityCheckRequired(@Root() customer: Customer, @Ctx() context: GraphContext): Promise<boolean> {
    return !(await isOpenTo(context, idOf(customer), this.ports));
  }

  @FieldResolver(() => [IdentityCheck], {
    description: 'Checks whether somebody was this customer, the earliest first; nothing to customers.',
  })
  async identityChecks(@Root() customer: Customer, @Ctx() context: GraphContext): Promise<readonly IdentityCheck[]> {
    const { viewer } = context;
    if (!isStaff(viewer)) return [];
    const checks = await context
      .loader('identityChecks', (ids: readonly string[]) =>
        identityChecksOf(this.ports.database.reader(viewer.tenantId), this.masters, ids),
      )
      .load(idOf(customer));
    return checks ?? [];
  }

  private async shown(
    customer: Customer,
    value: string | null,
    mask: (value: string) => string,
    context: GraphContext,
  ): Promise<string | null> {
    if (value === null) return null;
    return (await isOpenTo(context, idOf(customer), this.ports)) ? value : mask(value);
  }
}

function idOf({ id }: Customer): string {
  return fromGlobalId('Customer', id) ?? '';
}
