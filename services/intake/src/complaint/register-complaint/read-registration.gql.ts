import { fromGlobalId, readMoney } from '@redress/graphql-runtime';
import { accept, type Outcome } from '@redress/kernel';
import type { CustomerReference } from '../../customer/model/customer.model';
import { given, said } from '../../public-graph/mutation-input.gql';
import type { Demand } from '../model/complaint.model';
import type { RegisterComplaint } from './register-complaint.command';
import type {
  CustomerDetailsInput,
  CustomerReferenceInput,
  DemandInput,
  RegisterComplaintInput,
} from './register-complaint.gql';

/** Reads the command from its input; refuses an amount that its currency cannot have. */
export function readRegistration(input: RegisterComplaintInput): Outcome<RegisterComplaint> {
  const { channel, text, categoryCode, product, region, orderLine, receivedAt, ...rest } = input;
  const demand = readDemand(input.demand);
  if (!demand.ok) return demand;
  return accept({
    channel,
    customer: readCustomer(input.customer),
    text,
    ...given({
      categoryCode,
      product: said(product),
      region: said(region),
      orderLine,
      receivedAt,
      demand: demand.value,
    }),
    ...readMatter(rest),
  });
}

/** Reads what is said of a matter beyond its text. */
function readMatter(input: Partial<RegisterComplaintInput>) {
  const { itemType, itemKind, written, persons, raised, card, assessment, classification } = input;
  return given({ itemType, itemKind, written, persons, raised, card, assessment, classification });
}

/** Reads a reference; an id that is none of a customer stands for one who does not exist. */
export function readCustomer(input: CustomerReferenceInput | null | undefined): CustomerReference {
  const { id, externalRef, details } = input ?? {};
  return {
    ...given({ externalRef, details: details ? readDetails(details) : undefined }),
    ...(id === null || id === undefined ? {} : { id: fromGlobalId('Customer', id) ?? '' }),
  };
}

/** Reads what is asked for. */
export function readDemand(input: DemandInput | null | undefined): Outcome<Demand | undefined> {
  if (input === null || input === undefined) return accept(undefined);
  if (input.amount === null || input.amount === undefined) return accept({ kind: input.kind });
  const amount = readMoney(input.amount, ['demand', 'amount']);
  return amount.ok ? accept({ kind: input.kind, amount: amount.value }) : amount;
}

function readDetails({ name, kind, email, phone, preferredLanguage }: CustomerDetailsInput) {
  return { name, kind, ...given({ email, phone, preferredLanguage }) };
}
