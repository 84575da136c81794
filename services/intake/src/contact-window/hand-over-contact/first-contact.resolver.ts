import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answerChange } from '../../complaint/change-complaint/change-answer';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import { isStaff } from '../../customer/model/visibility.rules';
import { given } from '../../public-graph/mutation-input.gql';
import { handOversOf, type FirstContact } from '../model/first-contact.model';
import { ContactHandOverObject, FirstContactObject } from '../view-first-contact/first-contact.gql';
import { HandOverContactInput, HandOverContactPayload } from './hand-over-contact.gql';
import { handOverContact, type HandOverContactPorts } from './hand-over-contact.handler';

/** Hands contacts over, and shows who answers for a complaint. */
@Resolver(() => Complaint)
export class FirstContactResolver {
  constructor(private readonly ports: HandOverContactPorts) {}

  @Mutation(() => HandOverContactPayload, {
    description:
      'Hands a complaint from its first contact to the next, with a record. For the present contact, and for supervisors.',
  })
  handOverContact(
    @Arg('input', () => HandOverContactInput, { description: 'Which, to whom, and with what.' })
    input: HandOverContactInput,
    @Ctx() context: GraphContext,
  ): Promise<HandOverContactPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const { idempotencyKey, to, documents, note } = input;
    const complaintId = fromGlobalId('Complaint', input.complaintId) ?? '';
    return answerChange(this.ports.database, input, context, () =>
      handOverContact({ idempotencyKey, complaintId }, { to, documents, ...given({ note }) }, viewer, this.ports),
    );
  }

  @FieldResolver(() => FirstContactObject, {
    nullable: true,
    description: 'Who answers for it to its complainant; null to customers, and where the regulation asks for nobody.',
  })
  async firstContact(@Root() complaint: Complaint, @Ctx() context: GraphContext): Promise<FirstContactObject | null> {
    const present = (await this.contactsOf(complaint, context)).at(-1);
    return present === undefined ? null : { subject: present.subject, since: present.since };
  }

  @FieldResolver(() => [ContactHandOverObject], {
    description: 'How it went from one contact to the next, the earliest first; empty to customers.',
  })
  async contactHandOvers(
    @Root() complaint: Complaint,
    @Ctx() context: GraphContext,
  ): Promise<readonly ContactHandOverObject[]> {
    const records = handOversOf(await this.contactsOf(complaint, context));
    return records.map((record) => ({ ...record, from: record.from ?? null, note: record.note ?? null }));
  }

  /** In their order. */
  private async contactsOf({ uuid }: Complaint, context: GraphContext): Promise<readonly FirstContact[]> {
    const { viewer } = context;
    if (!isStaff(viewer)) return [];
    const contacts = await context
      .loader('firstContacts', async (ids: readonly string[]) => {
        const all = await this.ports.contacts.ofComplaints(this.ports.database.reader(viewer.tenantId), ids);
        return ids.map((id) => all.filter(({ complaintId }) => complaintId === id));
      })
      .load(uuid);
    return contacts ?? [];
  }
}
