import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { registrationOf } from '../regulations/registration-of';
import type { Stage } from '../regulations/step';
import { personWith, type Payload, type Person } from './act';
import { expectAccepted } from './organisation';

const TEN_YEARS_SECONDS = 10 * 366 * 24 * 3_600;

/** A clerk of a unit who settles on the spot, and of whom finance has heard: a settlement tells who may decide on it. */
export async function clerkOf(
  { cast, system }: Stage,
  unitId: string,
  settlementId: string,
): Promise<{ readonly subject: string; readonly person: Person }> {
  const { tenant } = cast;
  const subject = `clerk-${newId().slice(-6)}@${tenant}`;
  const token = await system.tokenFor({ tenant, role: 'agent', subject, validForSeconds: TEN_YEARS_SECONDS });
  const member = { subject, name: '李华', roles: ['AGENT'], parties: ['cs-department'], unitId };
  expectAccepted(await cast.of('admin').person.act('registerStaffMember', member));
  await eventually(
    async () => {
      type Data = { whoMay: { people: { subject: string }[] }[] };
      const { whoMay } = await cast
        .of('finance')
        .person.read<Data>('query W($id: ID!) { whoMay(approve: $id) { people { subject } } }', { id: settlementId });
      return whoMay.some(({ people }) => people.some((each) => each.subject === subject));
    },
    { what: `finance to know of ${subject}`, timeoutMs: 45_000 },
  );
  return { subject, person: personWith(system, token) };
}

/** Settles a new complaint on the spot, as soon as intake knows of whoever does. */
export function handOver(
  { expected: { usual }, regulation, system }: Stage,
  by: Person,
  changes: object,
): Promise<Payload & { readonly complaint: { readonly id: string } | null }> {
  const assessment = { ...usual?.assessment, simple: true };
  const told = registrationOf(regulation, { ...usual, assessment }, system.now());
  const input = { ...told, account: '当场赔付。Paid at once.', ...changes };
  return eventually(
    async () => {
      const answer = await by.act<{ complaint: { id: string } | null }>('settleOnTheSpot', input, 'complaint { id }');
      return answer.userErrors.some(({ code }) => code === 'INTAKE_NOT_A_PERFORMER') ? undefined : answer;
    },
    { what: 'intake to know of the clerk', timeoutMs: 45_000 },
  );
}

interface HandedOver {
  readonly id: string;
  readonly complaintId: string;
  readonly version: number;
}

/** What finance has booked of it. */
export function handedOver({ cast }: Stage, complaintId: string | undefined): Promise<HandedOver> {
  return eventually(
    async () => {
      const { onTheSpotPayments } = await cast
        .of('finance')
        .person.read<{ onTheSpotPayments: { nodes: HandedOver[] } }>(
          `{ onTheSpotPayments(first: 50) { nodes {
            id complaintId instrument amount { amount } over { amount } outlet paidBy exceptionReason version } } }`,
        );
      return onTheSpotPayments.nodes.find((each) => each.complaintId === complaintId);
    },
    { what: 'the money in the books', timeoutMs: 45_000 },
  );
}
