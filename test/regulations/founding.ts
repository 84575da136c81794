import type { Regulation } from '@redress/regulations';
import { eventually } from '@redress/testkit';
import { adoptedInFinance, expectAccepted } from '../support/organisation';
import { adoptionOf } from './adoption-of';
import type { Cast, Member } from './cast';
import type { Expectations, Matter } from './expectations';
import { Play } from './play';
import { registrationOf } from './registration-of';

/** Adopts the regulation of a scenario, with the signatures that its text asks for, until intake and finance know. */
export async function found(cast: Cast, regulation: Regulation, expected: Expectations): Promise<void> {
  const terms = adoptionOf(regulation, expected);
  for (const { signatory, member } of await signatoriesOf(cast, regulation)) {
    expectAccepted(await member.person.act('signAdoption', { ...terms, signatory }));
  }
  await adopt(cast, terms);
}

/** A different person for each signature that the text asks for: whoever is that party, or somebody of the role. */
export async function signatoriesOf(
  { of, another }: Cast,
  { parties, changeControl }: Regulation,
): Promise<readonly { readonly signatory: string; readonly member: Member }[]> {
  const signatories: { signatory: string; member: Member }[] = [];
  for (const { signatory, role } of changeControl?.signatures ?? []) {
    const isParty = parties.some(({ party }) => party === signatory);
    signatories.push({ signatory, member: isParty ? of(signatory) : await another(role) });
  }
  return signatories;
}

/** Adopts a regulation on the terms given, until intake and finance know of it. */
export async function adopt(cast: Cast, terms: object): Promise<void> {
  expectAccepted(await cast.of('admin').person.act('adoptRegulation', terms));
  await eventually(
    async () => {
      const { person } = cast.of('agent');
      const { complaintForm } = await person.read<{ complaintForm: object | null }>(
        '{ complaintForm { regulation { code } } }',
      );
      return complaintForm !== null;
    },
    { what: 'the adoption in intake', timeoutMs: 45_000 },
  );
  await adoptedInFinance(cast.of('auditor').person);
}

/** Registers a complaint of the usual kind, changed as told, and waits for its case. */
export async function begin(
  cast: Cast,
  regulation: Regulation,
  { usual = {} }: Expectations,
  matter: Matter = {},
  receivedAt?: string | Date,
): Promise<Play> {
  const told = {
    ...usual,
    ...matter,
    assessment: { ...usual.assessment, ...matter.assessment },
    card: { ...usual.card, ...matter.card },
    classification: { ...usual.classification, ...matter.classification },
  };
  const { complaint, acknowledgement } = expectAccepted(
    await cast
      .of('agent')
      .person.act<{ complaint: { id: string }; acknowledgement: { number: string } }>(
        'registerComplaint',
        registrationOf(regulation, told, receivedAt),
        'complaint { id } acknowledgement { number }',
      ),
  );
  const play = new Play(regulation, cast, acknowledgement.number, complaint.id);
  await play.see();
  return play;
}
