import type { GraphContext } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../complaint-case/model/case.rules';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import { ReplyDraft } from './reply-draft.gql';

type ReplyDraftRow = ReplyDraft & { readonly case_id: string };

@Resolver(() => Case)
export class ReplyDraftsResolver {
  constructor(private readonly details: CaseDetails) {}

  @FieldResolver(() => [ReplyDraft], {
    description: 'Its replies that wait for, or had, a review, the oldest first; empty for the complainant.',
  })
  async replyDrafts(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<ReplyDraft[]> {
    if (!isStaff(context.viewer)) return [];
    return [...(await this.details.of(context, 'reply-drafts', stored.id, readDrafts))];
  }
}

function readDrafts(reader: TenantReader, caseIds: readonly string[]): Promise<ReplyDraftRow[]> {
  return reader.query<ReplyDraftRow>(
    `SELECT d.case_id, d.id, d.purpose, d.form, d.text, d.state, d.submitted_at AS submittedAt,
       d.submitted_by AS submittedBy, d.reviewed_at AS reviewedAt, d.reviewed_by AS reviewedBy,
       d.return_reason AS returnReason
     FROM reply_draft d WHERE d.tenant_id = :tenantId AND d.case_id IN (:caseIds) ORDER BY d.case_id, d.id`,
    { caseIds },
  );
}
