import type { Person } from './act';

/** The balance of each account of the books, which must balance. */
export async function balancesOf(person: Person): Promise<Readonly<Record<string, string>>> {
  type Data = { trialBalance: { balanced: boolean; accounts: { account: string; balance: { amount: string } }[] } };
  const { trialBalance } = await person.read<Data>(
    '{ trialBalance(currency: "CNY") { balanced accounts { account balance { amount } } } }',
  );
  expect(trialBalance.balanced).toBe(true);
  return Object.fromEntries(trialBalance.accounts.map(({ account, balance }) => [account, balance.amount]));
}

/** What is left of the ceiling of the first line of an order. */
export async function leftOf(person: Person, orderNumber: string): Promise<string | undefined> {
  type Data = { purchaseByOrderNumber: { lines: { remaining: { amount: string } }[] } | null };
  const { purchaseByOrderNumber } = await person.read<Data>(
    'query P($orderNumber: String!) { purchaseByOrderNumber(orderNumber: $orderNumber) { lines { remaining { amount } } } }',
    { orderNumber },
  );
  return purchaseByOrderNumber?.lines[0]?.remaining.amount;
}
