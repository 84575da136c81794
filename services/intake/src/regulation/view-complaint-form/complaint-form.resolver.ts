import { ROLES, type Clock } from '@redress/kernel';
import { requireRole, type GraphContext } from '@redress/graphql-runtime';
import type { Channel as ChannelName, ItemType as ItemTypeName } from '@redress/contracts';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Channel, ItemType } from '../../complaint/vocabulary.gql';
import { isStaff } from '../../customer/model/visibility.rules';
import type { AdoptionBook } from '../model/adoption-book.repository';
import { inForceAt } from '../model/adoption.model';
import { ComplaintForm } from './complaint-form.gql';
import { complaintForm } from './complaint-form.query';

/** What the resolver reads from. */
export interface FormSources {
  readonly database: Database;
  readonly adoptions: AdoptionBook;
  readonly clock: Clock;
}

/** Tells clients what to ask. */
@Resolver()
export class ComplaintFormResolver {
  constructor(private readonly sources: FormSources) {}

  @Query(() => ComplaintForm, {
    nullable: true,
    description: 'What the regulation in force asks of a complaint; null while the organisation has none.',
  })
  async complaintForm(
    @Ctx() context: GraphContext,
    @Arg('channel', () => Channel, { nullable: true, description: 'The channel, where it is known.' })
    channel?: ChannelName,
    @Arg('itemType', () => ItemType, { nullable: true, description: 'What is brought forward, where it is known.' })
    itemType?: ItemTypeName,
  ): Promise<ComplaintForm | null> {
    const viewer = requireRole(context, ...ROLES);
    const { database, adoptions, clock } = this.sources;
    const now = clock.now();
    const adoption = inForceAt(await adoptions.read(database.reader(viewer.tenantId), now), now);
    if (adoption === undefined) return null;
    return complaintForm(adoption.regulation, { channel, itemType, staff: isStaff(viewer) });
  }
}
