import { fromGlobalId, requireRole, toGlobalId, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { EVIDENCE_GIVERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import type { FileLinks } from '../../public-files/file-links';
import { AddEvidenceInput, AddEvidencePayload } from './add-evidence.gql';
import { addEvidence, type AddEvidencePorts } from './add-evidence.handler';

@Resolver()
export class AddEvidenceResolver {
  constructor(
    private readonly ports: AddEvidencePorts,
    private readonly links: FileLinks['evidence'],
  ) {}

  @Directive('@authenticated')
  @Mutation(() => AddEvidencePayload, {
    description: 'Gives a ticket with which one file may be attached to a settlement. For staff and its customer.',
  })
  async addEvidence(
    @Arg('input', () => AddEvidenceInput, { description: 'The file, and what it proves.' }) input: AddEvidenceInput,
    @Ctx() context: GraphContext,
  ): Promise<AddEvidencePayload> {
    const giver = requireRole(context, ...EVIDENCE_GIVERS);
    const { idempotencyKey, kind, fileName, mediaType, sizeBytes, note } = input;
    const settlementId = fromGlobalId('Settlement', input.settlementId);
    const text = note?.trim() ?? '';
    const file = { kind: kind.trim(), fileName, mediaType, sizeBytes, ...(text === '' ? {} : { note: text }) };
    const { outcome, replayed } =
      unusableKey(idempotencyKey) ??
      (settlementId === undefined
        ? notFound('settlementId')
        : await addEvidence({ settlementId, ...file }, giver, idempotencyKey, this.ports));
    if (!outcome.ok) return { ticket: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const { evidenceId } = outcome.value;
    const expiresAt = new Date(outcome.value.expiresAt);
    const url = this.links.upload(giver.tenantId, evidenceId, expiresAt);
    return {
      ticket: { url, expiresAt, evidenceId: toGlobalId('SettlementEvidence', evidenceId) },
      replayed,
      userErrors: [],
    };
  }
}
