import type { MatchingRule } from './matching-rule.model';

/** A line that nothing explains yet. Lists of them are in the statement's own order: day, then what they say. */
export interface OpenLine {
  readonly id: string;
  readonly bookedOn: string;
  /** Negative when money left the account. */
  readonly amountMinor: bigint;
  readonly references: readonly string[];
}

/** A payment that succeeded and that no line of such an account stands for yet. */
export interface OpenPayment {
  readonly id: string;
  readonly provider: string;
  readonly paidOn: string;
  readonly amountMinor: bigint;
  /** Its key, the provider's reference, the settlement's number. */
  readonly names: readonly string[];
}

/** Lines and payments that belong together by a rule. */
export interface Proposal {
  readonly rule: MatchingRule;
  readonly lines: readonly OpenLine[];
  readonly payments: readonly OpenPayment[];
}

const DAY_MS = 86_400_000;
const DASHED_KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(:\d+)?$/i;
/** The key as a bank transfer carries it: without dashes, and with the sequence of a later payment in base 36. */
const BARE_KEY = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([0-9A-Z]{3})?$/i;

/** Names under which a payment may be known that a line names so: banks shorten keys and change their case. */
export function namesSought(references: readonly string[]): string[] {
  return references.map((reference) => {
    if (DASHED_KEY.test(reference)) return reference.toLowerCase();
    const bare = BARE_KEY.exec(reference);
    if (bare === null) return reference;
    const sequence = bare[6] === undefined ? '' : `:${Number.parseInt(bare[6], 36)}`;
    return `${bare.slice(1, 6).join('-').toLowerCase()}${sequence}`;
  });
}

/** Proposes what belongs together by the rule. Nothing is proposed twice, and what is not certain is left open. */
export function proposeMatches(
  rule: MatchingRule,
  lines: readonly OpenLine[],
  payments: readonly OpenPayment[],
): Proposal[] {
  const out = lines.filter(({ amountMinor }) => amountMinor < 0n);
  if (rule.basis === 'AMOUNT') return byAmount(rule, out, payments);
  if (rule.basis === 'PROVIDER_DAY') return [];
  const named = indexByName(payments);
  const found = out.map((line) => ({ line, payments: paymentsNamed(line, named) }));
  switch (rule.kind) {
    case 'ONE_TO_ONE':
      return oneToOne(rule, found);
    case 'ONE_TO_MANY':
      return oneToMany(rule, found);
    case 'MANY_TO_ONE':
      return manyToOne(rule, found);
  }
}

interface Found {
  readonly line: OpenLine;
  readonly payments: readonly OpenPayment[];
}

/** Exact amounts first, so that a tolerance never takes a payment away from the line that shows it exactly. */
function oneToOne(rule: MatchingRule, found: readonly Found[]): Proposal[] {
  const taken = new Set<string>();
  const proposals: Proposal[] = [];
  const matchedLines = new Set<string>();
  for (const toleranceMinor of new Set([0n, rule.toleranceMinor])) {
    for (const { line, payments } of found) {
      if (matchedLines.has(line.id)) continue;
      const [best] = payments
        .filter((payment) => !taken.has(payment.id) && fits([line], [payment], { ...rule, toleranceMinor }))
        .sort((left, right) => closer(line, left, right));
      if (best === undefined) continue;
      taken.add(best.id);
      matchedLines.add(line.id);
      proposals.push({ rule, lines: [line], payments: [best] });
    }
  }
  return proposals;
}

/** All payments that the line names, or none: which of them a smaller sum might mean is not for a program to guess. */
function oneToMany(rule: MatchingRule, found: readonly Found[]): Proposal[] {
  const taken = new Set<string>();
  return found.flatMap(({ line, payments }) => {
    const free = payments.filter(({ id }) => !taken.has(id));
    if (free.length < 2 || !fits([line], free, rule)) return [];
    free.forEach(({ id }) => taken.add(id));
    return [{ rule, lines: [line], payments: free }];
  });
}

/** All lines that name one payment and no other. */
function manyToOne(rule: MatchingRule, found: readonly Found[]): Proposal[] {
  const groups = new Map<string, { payment: OpenPayment; lines: OpenLine[] }>();
  for (const { line, payments } of found) {
    const [payment] = payments;
    if (payment === undefined || payments.length > 1) continue;
    const group = groups.get(payment.id) ?? { payment, lines: [] };
    group.lines.push(line);
    groups.set(payment.id, group);
  }
  return [...groups.values()]
    .filter(({ payment, lines }) => lines.length > 1 && fits(lines, [payment], rule))
    .map(({ payment, lines }) => ({ rule, lines, payments: [payment] }));
}

/** Only where exactly one line and one payment can mean each other. */
function byAmount(rule: MatchingRule, lines: readonly OpenLine[], payments: readonly OpenPayment[]): Proposal[] {
  const paymentsOf = groupBy(payments, ({ amountMinor }) => amountMinor.toString());
  const linesOf = groupBy(lines, ({ amountMinor }) => (-amountMinor).toString());
  return lines.flatMap((line) => {
    const key = (-line.amountMinor).toString();
    const candidates = (paymentsOf.get(key) ?? []).filter((payment) => fits([line], [payment], rule));
    const [payment] = candidates;
    if (payment === undefined || candidates.length > 1) return [];
    const rivals = (linesOf.get(key) ?? []).filter((other) => fits([other], [payment], rule));
    return rivals.length === 1 ? [{ rule, lines: [line], payments: [payment] }] : [];
  });
}

/** Whether the amounts agree within the tolerance and every payment lies within the days of every line. */
export function fits(
  lines: readonly OpenLine[],
  payments: readonly OpenPayment[],
  { toleranceMinor, days }: Pick<MatchingRule, 'toleranceMinor' | 'days'>,
): boolean {
  const difference = leftBy(lines) - paidBy(payments);
  if ((difference < 0n ? -difference : difference) > toleranceMinor) return false;
  return lines.every((line) => payments.every(({ paidOn }) => daysBetween(line.bookedOn, paidOn) <= days));
}

/** What left the account by the lines. */
export function leftBy(lines: readonly Pick<OpenLine, 'amountMinor'>[]): bigint {
  return lines.reduce((sum, { amountMinor }) => sum - amountMinor, 0n);
}

/** What the payments come to. */
export function paidBy(payments: readonly Pick<OpenPayment, 'amountMinor'>[]): bigint {
  return payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

/** Days between two days, whichever is first. */
export function daysBetween(left: string, right: string): number {
  return Math.abs(Date.parse(left) - Date.parse(right)) / DAY_MS;
}

function closer(line: OpenLine, left: OpenPayment, right: OpenPayment): number {
  const off = ({ amountMinor }: OpenPayment): bigint => {
    const difference = line.amountMinor + amountMinor;
    return difference < 0n ? -difference : difference;
  };
  if (off(left) !== off(right)) return off(left) < off(right) ? -1 : 1;
  const days = daysBetween(line.bookedOn, left.paidOn) - daysBetween(line.bookedOn, right.paidOn);
  return days === 0 ? compare(left.names[0] ?? '', right.names[0] ?? '') : days;
}

function indexByName(payments: readonly OpenPayment[]): ReadonlyMap<string, readonly OpenPayment[]> {
  const index = new Map<string, OpenPayment[]>();
  for (const payment of payments) {
    for (const name of new Set(payment.names)) {
      const known = index.get(name);
      if (known === undefined) index.set(name, [payment]);
      else known.push(payment);
    }
  }
  return index;
}

function paymentsNamed(
  { references }: OpenLine,
  index: ReadonlyMap<string, readonly OpenPayment[]>,
): readonly OpenPayment[] {
  const found = new Map<string, OpenPayment>();
  for (const name of namesSought(references)) {
    for (const payment of index.get(name) ?? []) found.set(payment.id, payment);
  }
  return [...found.values()].sort((left, right) => compare(left.names[0] ?? '', right.names[0] ?? ''));
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
