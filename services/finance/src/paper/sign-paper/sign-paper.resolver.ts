import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { PAPER_SIGNERS } from '../../access/access.rules';
import { notFound, unusableKey, type RefusedInput } from '../../public-graph/command-input.rules';
import type { PaperLoader } from '../view-papers/paper.loader';
import { handOutPaperCopy, signPaper, type MarkPaper, type MarkPaperPorts } from './mark-paper.handler';
import {
  HandOutPaperCopyInput,
  HandOutPaperCopyPayload,
  SignPaperInput,
  SignPaperPayload,
  type MarkPaperInput,
} from './sign-paper.gql';

const NOTE_LENGTH_AT_MOST = 500;

@Resolver()
export class SignPaperResolver {
  constructor(
    private readonly ports: MarkPaperPorts,
    private readonly papers: PaperLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => SignPaperPayload, {
    description:
      'Signs a paper in the viewer’s place, or records the customer’s seal with the evidence that shows it. For staff.',
  })
  async signPaper(
    @Arg('input', () => SignPaperInput, { description: 'Which paper, and where.' }) input: SignPaperInput,
    @Ctx() context: GraphContext,
  ): Promise<SignPaperPayload> {
    const command = this.command(input, context);
    const evidenceId =
      typeof input.evidenceId === 'string' ? fromGlobalId('SettlementEvidence', input.evidenceId) : undefined;
    if ('outcome' in command) return this.answer(command, context);
    if (typeof input.evidenceId === 'string' && evidenceId === undefined)
      return this.answer(notFound('evidenceId'), context);
    const proof = evidenceId === undefined ? {} : { evidenceId };
    return this.answer(await signPaper({ ...command, place: input.place, ...proof }, this.ports), context);
  }

  @Directive('@authenticated')
  @Mutation(() => HandOutPaperCopyPayload, {
    description: 'Notes that a copy of a paper went to its holder. For staff.',
  })
  async handOutPaperCopy(
    @Arg('input', () => HandOutPaperCopyInput, { description: 'Which copy of which paper.' })
    input: HandOutPaperCopyInput,
    @Ctx() context: GraphContext,
  ): Promise<HandOutPaperCopyPayload> {
    const command = this.command(input, context);
    if ('outcome' in command) return this.answer(command, context);
    return this.answer(await handOutPaperCopy({ ...command, copy: input.copy }, this.ports), context);
  }

  private command(
    { idempotencyKey, paperId, expectedVersion, note }: MarkPaperInput,
    context: GraphContext,
  ): MarkPaper | RefusedInput<string> {
    const actor = requireRole(context, ...PAPER_SIGNERS);
    const id = fromGlobalId('FinancePaper', paperId);
    const text = note?.trim() ?? '';
    const unusable = unusableKey(idempotencyKey) ?? (text.length > NOTE_LENGTH_AT_MOST ? TOO_LONG : undefined);
    if (unusable !== undefined) return unusable;
    if (id === undefined) return notFound('paperId');
    return { actor, idempotencyKey, paperId: id, expectedVersion, ...(text === '' ? {} : { note: text }) };
  }

  private async answer({ outcome, replayed }: CommandResult<string>, context: GraphContext): Promise<SignPaperPayload> {
    if (!outcome.ok) return { paper: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    return { paper: await this.papers.fresh(context, outcome.value), replayed, userErrors: [] };
  }
}

const TOO_LONG: RefusedInput<'INPUT_INVALID'> = {
  outcome: {
    ok: false,
    refusals: [{ code: 'INPUT_INVALID', path: ['input', 'note'], details: { limit: NOTE_LENGTH_AT_MOST } }],
  },
  replayed: false,
};
