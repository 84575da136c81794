import { namesSought, type OpenLine, type OpenPayment } from './matching.model';

/**
 * The payments that lines prove to have been made, by their ids, each with its line. A line is proof when it names the
 * payment's own key, or the provider's reference, and is of exactly its amount. The settlement's number alone proves nothing,
 * since a settlement may have several payments; and money that left once proves one payment: a line that may mean several
 * of them proves none.
 */
export function provenBy(lines: readonly OpenLine[], unsettled: readonly OpenPayment[]): ReadonlyMap<string, OpenLine> {
  const byName = new Map<string, OpenPayment[]>();
  for (const payment of unsettled) {
    // The last of its names is the settlement's number.
    for (const name of payment.names.slice(0, -1)) byName.set(name, [...(byName.get(name) ?? []), payment]);
  }
  const proven = new Map<string, OpenLine>();
  for (const line of lines) {
    const named = namesSought(line.references).flatMap((name) => byName.get(name) ?? []);
    const meant = named.filter(({ amountMinor }) => amountMinor === -line.amountMinor);
    const [id, ...others] = new Set(meant.map((payment) => payment.id));
    if (id !== undefined && others.length === 0 && !proven.has(id)) proven.set(id, line);
  }
  return proven;
}
