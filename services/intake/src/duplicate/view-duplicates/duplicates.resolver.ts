import { toGlobalId, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import { findComplaints } from '../../complaint/view-complaints/complaint.reference';
import { isStaff } from '../../customer/model/visibility.rules';
import { boundedFirst } from './bounded-first';
import { DuplicateComplaint } from './duplicate.gql';
import { duplicatesOf } from './duplicates.query';
import { mergedInto } from './merged-complaints.query';

/** Shows what may be the same as a complaint, and what was found to be. */
@Resolver(() => Complaint)
export class DuplicatesResolver {
  constructor(private readonly database: Database) {}

  @Directive('@listSize(assumedSize: 10, slicingArguments: ["first"], requireOneSlicingArgument: false)')
  @FieldResolver(() => [DuplicateComplaint], {
    description:
      'Complaints that may be the same as this one, received within 90 days of it, the surest first; found when it is asked. Nothing to customers.',
  })
  async duplicates(
    @Root() complaint: Complaint,
    @Ctx() context: GraphContext,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many at most, 1 to 50.' }) first: number,
  ): Promise<DuplicateComplaint[]> {
    const { viewer } = context;
    if (!isStaff(viewer)) return [];
    const limit = boundedFirst(first);
    const found = await context
      .loader('duplicates', (ids: readonly string[]) => duplicatesOf(this.database.reader(viewer.tenantId), ids))
      .load(complaint.uuid);
    return this.withComplaints((found ?? []).slice(0, limit), context);
  }

  @FieldResolver(() => Complaint, {
    nullable: true,
    description: 'The complaint under which the harm is settled, where this one is a duplicate; null to customers.',
  })
  async mergedInto(@Root() { mergedIntoUuid }: Complaint, @Ctx() context: GraphContext): Promise<Complaint | null> {
    if (mergedIntoUuid === null || !isStaff(context.viewer)) return null;
    return this.complaint(mergedIntoUuid, context);
  }

  @FieldResolver(() => [Complaint], {
    description: 'The complaints that are duplicates of this one; nothing to customers.',
  })
  async mergedFrom(@Root() { uuid }: Complaint, @Ctx() context: GraphContext): Promise<Complaint[]> {
    const { viewer } = context;
    if (!isStaff(viewer)) return [];
    const ids = await context
      .loader('mergedFrom', (targets: readonly string[]) => mergedInto(this.database.reader(viewer.tenantId), targets))
      .load(uuid);
    const complaints = await Promise.all((ids ?? []).map((id) => this.complaint(id, context)));
    return complaints.filter((complaint) => complaint !== null);
  }

  private async withComplaints(
    found: readonly Omit<DuplicateComplaint & { readonly id: string }, 'complaint'>[],
    context: GraphContext,
  ): Promise<DuplicateComplaint[]> {
    const complaints = await Promise.all(found.map(({ id }) => this.complaint(id, context)));
    return found.flatMap(({ score, reasons }, index) => {
      const complaint = complaints[index];
      return complaint === null || complaint === undefined ? [] : [{ complaint, score, reasons }];
    });
  }

  private complaint(id: string, context: GraphContext): Promise<Complaint | null> {
    return context
      .loader('complaintBesides', (ids: readonly string[]) => findComplaints(this.database, ids, context))
      .load(toGlobalId('Complaint', id));
  }
}
