import { fromGlobalId, requireRole, toUserErrors, UserError, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { EVIDENCE_VERIFIERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { SettlementEvidence } from '../view-evidence/evidence.gql';
import type { EvidenceLoader } from '../view-evidence/evidence.loader';
import { verifyEvidence, type VerifyEvidencePorts } from './verify-evidence.handler';

@InputType({ description: 'What evidence was found to be.' })
export class VerifyEvidenceInput {
  @Field(() => String, { description: 'Made by the client; the same key decides once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The evidence.' })
  evidenceId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => Boolean, { description: 'Whether it is what it should be.' })
  accepted!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is refused; 500 characters at most.' })
  reason?: string;
}

@ObjectType({ description: 'What came of `verifyEvidence`.' })
export class VerifyEvidencePayload {
  @Field(() => SettlementEvidence, { nullable: true, description: 'The evidence; null when it was refused.' })
  evidence!: SettlementEvidence | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@Resolver()
export class VerifyEvidenceResolver {
  constructor(
    private readonly ports: VerifyEvidencePorts,
    private readonly loader: EvidenceLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => VerifyEvidencePayload, {
    description: 'Accepts or refuses evidence that somebody else attached. For finance and managers.',
  })
  async verifyEvidence(
    @Arg('input', () => VerifyEvidenceInput, { description: 'Which, and what it was found to be.' })
    { idempotencyKey, evidenceId, expectedVersion, accepted, reason = '' }: VerifyEvidenceInput,
    @Ctx() context: GraphContext,
  ): Promise<VerifyEvidencePayload> {
    const verifier = requireRole(context, ...EVIDENCE_VERIFIERS);
    const id = fromGlobalId('SettlementEvidence', evidenceId);
    const command = { verifier, idempotencyKey, expectedVersion, accepted, reason: reason ?? '' };
    const { outcome, replayed } =
      unusableKey(idempotencyKey) ??
      (id === undefined ? notFound('evidenceId') : await verifyEvidence({ ...command, evidenceId: id }, this.ports));
    if (!outcome.ok) return { evidence: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    return { evidence: await this.loader.fresh(context, outcome.value), replayed, userErrors: [] };
  }
}
