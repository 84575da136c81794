import { castFor } from '../cast';
import { expectAccepted } from '../../support/organisation';
import { registrationOf } from '../registration-of';
import type { Step } from '../step';

/** Texts that want a file kept of every customer, with what was ever the matter. */
const WITH_FILES = [
  'b2b-account-service-essay',
  'card-equipment-cs',
  'cs-detailed-rules',
  'electronics-agent-c',
  'omnichannel-72h',
];

const FILE = `query ($id: ID!) {
  customer(id: $id) { name phone email }
  complaints(first: 10, where: { customer: { eq: $id } }) { nodes { number product } }
}`;

export const customerFile: Step = {
  title: 'shows the file of the customer',
  applies: ({ id }) => WITH_FILES.includes(id),
  async take({ cast, regulation, expected, system }) {
    const { person } = cast.of('agent');
    const register = async (product: string, customer: object = {}) =>
      expectAccepted(
        await person.act<{ complaint: { number: string; customer: { id: string } } }>(
          'registerComplaint',
          { ...registrationOf(regulation, { ...expected.usual, product }), ...customer },
          'complaint { number customer { id } }',
        ),
      ).complaint;
    const first = await register('电水壶');
    const { id } = first.customer;
    const second = await register('电饭煲', { customer: { id } });
    const stranger = await register('电风扇');
    expect(second.customer.id).toBe(id);
    expect(stranger.customer.id).not.toBe(id);

    const file = await person.read<{ complaints: { nodes: { number: string }[] } }>(FILE, { id });
    expect(file).toMatchObject({
      customer: { name: '陈美丽 Chen Meili', phone: '+8613800000000', email: 'meili@example.org' },
    });
    expect(file.complaints.nodes.map(({ number }) => number).sort()).toEqual([first.number, second.number].sort());

    const nothing = { customer: null, complaints: { nodes: [] } };
    expect(await cast.of('customer').person.read(FILE, { id })).toEqual(nothing);
    const elsewhere = await castFor(system, { ...regulation, parties: [] });
    expect(await elsewhere.of('agent').person.read(FILE, { id })).toEqual(nothing);
  },
};
