import type { GraphContext } from '@redress/graphql-runtime';
import type { Refusal } from '@redress/kernel';
import type { CommandResult, Database } from '@redress/persistence';
import { findCustomers } from '../../customer/view-customers/customer.reference';
import type { MasterKeys } from '../../personal-data/master-keys';
import { idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import type { ChangedCustomer } from './changed-customer.gql';

/** Where the customer of an answer is read. */
export interface CustomerSource {
  readonly database: Database;
  readonly masters: MasterKeys;
}

/** Runs a change whose key can be used, and answers with the customer as their file is then. */
export async function answerCustomer(
  { database, masters }: CustomerSource,
  idempotencyKey: string,
  context: GraphContext,
  change: () => Promise<CommandResult<string>>,
): Promise<ChangedCustomer> {
  const problems = idempotencyKeyProblems(idempotencyKey);
  if (problems.length > 0) return refused(problems, context);
  const { outcome, replayed } = await change();
  if (!outcome.ok) return refused(outcome.refusals, context);
  const [customer] = await findCustomers(database, masters, [outcome.value], context);
  return { customer: customer ?? null, replayed, userErrors: [] };
}

function refused(refusals: readonly Refusal[], context: GraphContext): ChangedCustomer {
  return { customer: null, replayed: false, userErrors: inputErrors(refusals, context) };
}
