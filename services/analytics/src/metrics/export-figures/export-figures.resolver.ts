import { requireRole, toUserErrors, UserError, type GraphContext } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import { Arg, Ctx, Directive, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { METRIC_READERS } from '../metric-readers.rules';
import { MetricsQueryInput } from '../metrics-query.gql';
import { AsOf } from '../metrics.gql';
import { askerOf, readMoment, readQuestion } from '../read-question.gql';
import { remarkEngine } from '../remark-engine.gql';
import { FiguresFormatEnum } from './figures-format.gql';
import type { FiguresFormat } from './figures-format.model';
import { writeFigures, type WritingParts } from './write-figures.handler';

@ObjectType({ description: 'Figures as a file.' })
export class FiguresExport {
  @Field(() => String, { nullable: true, description: 'A name for it; none when refused.' })
  fileName!: string | null;

  @Field(() => String, { nullable: true, description: 'Its media type.' })
  mediaType!: string | null;

  @Field(() => String, { nullable: true, description: 'Its bytes in Base64.' })
  content!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of its bytes, in hexadecimal digits.' })
  sha256!: string | null;

  @Field(() => AsOf, { nullable: true, description: 'What the figures take into account; none when refused.' })
  asOf!: AsOf | null;

  @Field(() => [UserError], { description: 'Why the question could not be answered.' })
  userErrors!: UserError[];
}

@Resolver()
export class ExportFiguresResolver {
  constructor(
    private readonly parts: WritingParts,
    private readonly clock: Clock,
  ) {}

  @Directive('@authenticated')
  @Query(() => FiguresExport, {
    description:
      'The answer that `metrics` gives to the same question, as a file in Base64; with the same `asOf` the same bytes. ' +
      'For browsers see `prepareFiguresDownload`.',
  })
  async exportMetrics(
    @Arg('query', () => MetricsQueryInput, { description: 'The question.' }) query: MetricsQueryInput,
    @Arg('format', () => FiguresFormatEnum, { description: 'The format.' }) format: FiguresFormat,
    @Ctx() context: GraphContext,
  ): Promise<FiguresExport> {
    const asker = askerOf(requireRole(context, ...METRIC_READERS));
    const moment = readMoment(query.asOf, this.clock.now());
    const question = { query: readQuestion(query, moment), format };
    const outcome = await writeFigures(this.parts, asker, question, moment);
    if (!outcome.ok) {
      const nothing = { fileName: null, mediaType: null, content: null, sha256: null, asOf: null };
      return { ...nothing, userErrors: toUserErrors(outcome.refusals, context) };
    }
    const { engine, content, ...written } = outcome.value;
    remarkEngine(context, engine);
    return { ...written, content: content.toString('base64'), userErrors: [] };
  }
}
