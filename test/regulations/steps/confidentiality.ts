import { castFor } from '../cast';
import type { Step } from '../step';

const COMPLAINT = `query ($number: String!) {
  complaint: complaintByNumber(number: $number) { text customer { name phone email } }
  case: caseByNumber(number: $number) { id investigations { findings } }
}`;

interface Shown {
  readonly complaint: {
    readonly text: string | null;
    readonly customer: { readonly name: string | null } | null;
  } | null;
  readonly case: { readonly id: string } | null;
}

/** Words of the registration that belong to the complainant alone. */
const PERSONAL = ['陈美丽', 'Chen Meili', '13800000000', 'meili@example.org', '商品有瑕疵'];

export const confidentiality: Step = {
  title: 'keeps personal data from those who need not have it',
  applies: (regulation) => regulation.confidentiality.length > 0,
  async take({ begin, cast, system, regulation }) {
    const { number } = await begin();
    const shown = await cast.of('supervisor').person.read<Shown>(COMPLAINT, { number });
    expect(shown.case).not.toBeNull();
    expect(shown.complaint?.text).toContain('商品有瑕疵');

    // Outside: another customer, another organisation, somebody without a name.
    const nothing = { complaint: null, case: null };
    expect(await cast.of('customer').person.read(COMPLAINT, { number })).toEqual(nothing);
    const elsewhere = await castFor(system, { ...regulation, parties: [] });
    expect(await elsewhere.of('manager').person.read(COMPLAINT, { number })).toEqual(nothing);
    const anonymous = await system.request(COMPLAINT, { number });
    expect(anonymous.data?.['complaint'] ?? null).toBeNull();
    expect(anonymous.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');

    // The list of customers is for staff; a customer does not get it.
    const list = await cast.of('customer').person.send('{ customers(first: 1) { nodes { name } } }');
    expect(list.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');

    // Neither does anything that runs beside the register keep or print it.
    const document =
      'query ($number: String!) { caseByNumber(number: $number) { timeline(first: 100) { details { value } } } }';
    const timeline = await cast.of('auditor').person.read<object>(document, { number });
    const logs = await Promise.all((['intake', 'case-handling', 'gateway'] as const).map((name) => system.log(name)));
    for (const words of PERSONAL) {
      expect(JSON.stringify(timeline)).not.toContain(words);
      for (const log of logs) expect(log.includes(words)).toBe(false);
    }
  },
};
