import { STAFF_ROLES } from '@redress/kernel';
import {
  ListCost,
  readConnection,
  requireRole,
  toGlobalId,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import { isStaff } from '../../customer/model/visibility.rules';
import type { MasterKeys } from '../../personal-data/master-keys';
import { Letter, LetterAttempt, LetterConnection, LettersArgs } from './letter.gql';
import { attemptsOfLetters, letterList, lettersOfComplaints, maskedAddress, type LetterRecord } from './letters.query';

/** Reads the letters about complaints. */
@Resolver(() => Complaint)
export class ComplaintLettersResolver {
  constructor(
    private readonly database: Database,
    private readonly masters: MasterKeys,
  ) {}

  @FieldResolver(() => [Letter], { description: 'Letters to its complainant, the oldest first; for staff only.' })
  async letters(@Root() complaint: Complaint, @Ctx() context: GraphContext): Promise<Letter[]> {
    const { viewer } = context;
    if (!isStaff(viewer)) return [];
    const records = await context
      .loader('letters', (ids: readonly string[]) => lettersOfComplaints(this.database.reader(viewer.tenantId), ids))
      .load(complaint.uuid);
    return (records ?? []).map((record) => toLetter(record, viewer.tenantId, this.masters));
  }
}

/** Lists letters. */
@Resolver()
export class LettersResolver {
  constructor(
    private readonly database: Database,
    private readonly masters: MasterKeys,
  ) {}

  @ListCost()
  @Query(() => LetterConnection, { description: 'Letters to complainants, the last asked for first; for staff only.' })
  letters(
    @Args(() => LettersArgs) { where, ...page }: LettersArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Letter>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    return readConnection(context, this.database.reader(tenantId), letterList(where), page, (record: LetterRecord) =>
      toLetter(record, tenantId, this.masters),
    );
  }
}

/** Reads the attempts with letters. */
@Resolver(() => Letter)
export class LetterAttemptsResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => [LetterAttempt], { description: 'The attempts to deliver it, the first one first.' })
  async attempts(@Root() letter: Letter, @Ctx() context: GraphContext): Promise<readonly LetterAttempt[]> {
    const { tenantId } = context.viewer;
    const attempts = await context
      .loader('letterAttempts', (ids: readonly string[]) => attemptsOfLetters(this.database.reader(tenantId), ids))
      .load(letter.uuid);
    return attempts ?? [];
  }
}

/** The GraphQL form of a letter. */
export function toLetter(record: LetterRecord, tenantId: string, masters: MasterKeys): Letter {
  const { id, complaintId, purpose, language, medium, state, error, requestedAt, requestedBy, sentAt, version } =
    record;
  return {
    id: toGlobalId('Letter', id),
    uuid: id,
    complaintUuid: complaintId,
    ...{ purpose, language, medium, state, error, requestedAt, requestedBy, sentAt, version },
    to: maskedAddress(record, tenantId, masters),
  };
}
