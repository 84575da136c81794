import type { Refusal } from '@redress/kernel';
import { fromGlobalId, requireRole, toGlobalId, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import type { AttachmentLinks } from '../links/attachment-links';
import { RequestAttachmentUploadInput, RequestAttachmentUploadPayload } from './request-upload.gql';
import { requestUpload, type RequestUploadPorts } from './request-upload.handler';

/** Gives tickets for uploads. */
@Resolver()
export class RequestUploadResolver {
  constructor(
    private readonly ports: RequestUploadPorts,
    private readonly links: AttachmentLinks,
  ) {}

  @Mutation(() => RequestAttachmentUploadPayload, {
    description:
      'Gives a ticket with which one file may be added to a complaint. For front-line staff and the complainant.',
  })
  async requestAttachmentUpload(
    @Arg('input', () => RequestAttachmentUploadInput, { description: 'The file.' }) input: RequestAttachmentUploadInput,
    @Ctx() context: GraphContext,
  ): Promise<RequestAttachmentUploadPayload> {
    const viewer = requireRole(context, 'customer', 'agent', 'handler', 'supervisor');
    const { idempotencyKey, fileName, mediaType, sizeBytes } = input;
    const problems = idempotencyKeyProblems(idempotencyKey);
    if (problems.length > 0) return refused(problems, context);
    const complaintId = fromGlobalId('Complaint', input.complaintId) ?? '';
    const command = { complaintId, fileName, mediaType, sizeBytes };
    const { outcome, replayed } = await requestUpload(command, viewer, idempotencyKey, this.ports);
    if (!outcome.ok) return refused(outcome.refusals, context);
    const { attachmentId } = outcome.value;
    const expiresAt = new Date(outcome.value.expiresAt);
    const url = this.links.upload(viewer.tenantId, attachmentId, expiresAt);
    return {
      ticket: { url, expiresAt, attachmentId: toGlobalId('Attachment', attachmentId) },
      replayed,
      userErrors: [],
    };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): RequestAttachmentUploadPayload {
  return { ticket: null, replayed: false, userErrors: inputErrors(refusals, context) };
}
