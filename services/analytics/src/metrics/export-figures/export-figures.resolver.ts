import { createHash } from 'node:crypto';
import { requireRole, toUserErrors, UserError, type GraphContext } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import { Arg, Ctx, Directive, Field, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { METRIC_READERS } from '../metric-readers.rules';
import { MetricsQueryInput } from '../metrics-query.gql';
import { AsOf } from '../metrics.gql';
import type { AskFigures } from '../questions/ask-figures.handler';
import { askerOf, readMoment, readQuestion } from '../read-question.gql';
import { remarkEngine } from '../remark-engine.gql';
import { figuresFile, FIGURES_FORMATS, type FiguresFormat } from './figures-file.mapper';
import { figuresTable } from './figures-table.model';

const FiguresFormatEnum = Object.fromEntries(FIGURES_FORMATS.map((name) => [name, name])) as {
  readonly [Name in FiguresFormat]: Name;
};
registerEnumType(FiguresFormatEnum, {
  name: 'FiguresFormat',
  description: 'Format of a file of figures.',
  valuesConfig: {
    CSV: { description: 'Comma-separated values in UTF-8 with a byte order mark.' },
    JSON: { description: 'JSON, with what the figures take into account.' },
    XLSX: { description: 'A workbook.' },
  },
});

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
    private readonly ask: AskFigures,
    private readonly clock: Clock,
  ) {}

  @Directive('@authenticated')
  @Query(() => FiguresExport, {
    description:
      'The answer that `metrics` gives to the same question, as a file; with the same `asOf` the same bytes.',
  })
  async exportMetrics(
    @Arg('query', () => MetricsQueryInput, { description: 'The question.' }) query: MetricsQueryInput,
    @Arg('format', () => FiguresFormatEnum, { description: 'The format.' }) format: FiguresFormat,
    @Ctx() context: GraphContext,
  ): Promise<FiguresExport> {
    const asker = askerOf(requireRole(context, ...METRIC_READERS));
    const moment = readMoment(query.asOf, this.clock.now());
    const question = readQuestion(query, moment);
    const outcome = await this.ask(asker, question, moment);
    if (!outcome.ok) {
      const nothing = { fileName: null, mediaType: null, content: null, sha256: null, asOf: null };
      return { ...nothing, userErrors: toUserErrors(outcome.refusals, context) };
    }
    const { asOf, engine } = outcome.value;
    remarkEngine(context, engine);
    const { position, time, metricVersion } = asOf;
    const about = { asOf: { position: String(position), time: time.toISOString(), metricVersion } };
    const { mediaType, content } = figuresFile(figuresTable(outcome.value, question.groupBy), format, about);
    return {
      ...{ mediaType, asOf, userErrors: [], content: content.toString('base64') },
      fileName: `figures-${time.toISOString().slice(0, 10)}-${position}.${format.toLowerCase()}`,
      sha256: createHash('sha256').update(content).digest('hex'),
    };
  }
}
