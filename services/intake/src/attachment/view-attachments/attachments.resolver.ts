import { toGlobalId, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import { isStaff } from '../../customer/model/visibility.rules';
import type { AttachmentLinks } from '../links/attachment-links';
import { Attachment } from './attachment.gql';
import { attachmentsOfComplaints, type StoredAttachmentRecord } from './attachments.query';

/** Reads the files of complaints. */
@Resolver(() => Complaint)
export class ComplaintAttachmentsResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => [Attachment], {
    description: 'Its files, the oldest first, 50 at most; to a customer, those that they added themself.',
  })
  async attachments(@Root() complaint: Complaint, @Ctx() context: GraphContext): Promise<readonly Attachment[]> {
    const { viewer } = context;
    const addedBy = isStaff(viewer) ? undefined : viewer.subject;
    const records = await context
      .loader('attachments', (ids: readonly string[]) =>
        attachmentsOfComplaints(this.database.reader(viewer.tenantId), ids, addedBy),
      )
      .load(complaint.uuid);
    return (records ?? []).map(toAttachment);
  }
}

/** Makes addresses of downloads. */
@Resolver(() => Attachment)
export class DownloadUrlResolver {
  constructor(private readonly links: AttachmentLinks) {}

  @FieldResolver(() => String, { description: 'Where the content can be fetched during the next five minutes.' })
  downloadUrl(@Root() { uuid }: Attachment, @Ctx() { viewer }: GraphContext): string {
    return this.links.download(viewer.tenantId, uuid);
  }
}

function toAttachment({ id, fileName, mediaType, sizeBytes, sha256, storedAt }: StoredAttachmentRecord): Attachment {
  return { id: toGlobalId('Attachment', id), uuid: id, fileName, mediaType, sizeBytes, sha256, addedAt: storedAt };
}
