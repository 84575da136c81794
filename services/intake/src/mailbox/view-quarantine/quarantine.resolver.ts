import {
  ListCost,
  readConnection,
  requireRole,
  toGlobalId,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { MasterKeys } from '../../personal-data/master-keys';
import { QuarantinedMail, QuarantinedMailConnection, QuarantinedMailsArgs } from './quarantined-mail.gql';
import { headingOf, quarantineList, type QuarantinedRow } from './quarantined-mails.query';

/** Lists the mails that were set aside. */
@Resolver()
export class QuarantineResolver {
  constructor(
    private readonly database: Database,
    private readonly masters: MasterKeys,
  ) {}

  @ListCost()
  @Query(() => QuarantinedMailConnection, {
    description:
      'E-mails that were set aside because taking them in failed again and again, the oldest first. For supervisors, ' +
      'managers, auditors and administrators.',
  })
  quarantinedMails(
    @Args(() => QuarantinedMailsArgs) { where, ...page }: QuarantinedMailsArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<QuarantinedMail>> {
    const { tenantId } = requireRole(context, 'supervisor', 'manager', 'auditor', 'admin');
    return readConnection(context, this.database.reader(tenantId), quarantineList(where), page, (row: QuarantinedRow) =>
      toQuarantinedMail(row, tenantId, this.masters),
    );
  }
}

/** The GraphQL form of a mail in quarantine. */
export function toQuarantinedMail(row: QuarantinedRow, tenantId: string, masters: MasterKeys): QuarantinedMail {
  const { wrappedKey: _, sealedHeading: __, parts, sizeBytes, ...told } = row;
  const { from = null, subject = null } = headingOf(row, tenantId, masters);
  return {
    ...told,
    ...{ id: toGlobalId('QuarantinedMail', row.id), sizeBytes: Number(sizeBytes), kept: parts > 0 },
    ...{ from, subject },
  };
}
