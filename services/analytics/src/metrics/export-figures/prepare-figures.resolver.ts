import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { unusableKey } from '../../reports/model/report-command.rules';
import { METRIC_READERS } from '../metric-readers.rules';
import { askerOf, readMoment, readQuestion } from '../read-question.gql';
import { FiguresDownloadPayload, PrepareFiguresDownloadInput } from './figures-download.gql';
import type { FiguresLinks } from './figures-links.client';
import { prepareFigures, type DownloadParts } from './prepare-figures.handler';

@Resolver()
export class PrepareFiguresResolver {
  constructor(private readonly parts: DownloadParts & { readonly links: FiguresLinks }) {}

  @Directive('@authenticated')
  @Mutation(() => FiguresDownloadPayload, {
    description:
      'Makes an address at which the answer of `metrics` can be fetched as a file, so that a browser downloads it without a token. ' +
      'Refused for what `metrics` is refused for. For those who read figures.',
  })
  async prepareFiguresDownload(
    @Arg('input', () => PrepareFiguresDownloadInput, { description: 'Which.' }) input: PrepareFiguresDownloadInput,
    @Ctx() context: GraphContext,
  ): Promise<FiguresDownloadPayload> {
    const viewer = requireRole(context, ...METRIC_READERS);
    const { tenantId, subject } = viewer;
    const { idempotencyKey, query, format } = input;
    const at = readMoment(query.asOf, this.parts.clock.now());
    const request = { query, format };
    const asked = { ...{ asker: askerOf(viewer), subject, idempotencyKey, format, at, request } };
    const { outcome, replayed } =
      unusableKey(idempotencyKey) ?? (await prepareFigures({ ...asked, query: readQuestion(query, at) }, this.parts));
    const refused = (refusals: Parameters<typeof toUserErrors>[0]): FiguresDownloadPayload => ({
      ...{ figuresDownload: null, replayed, userErrors: toUserErrors(refusals, context) },
    });
    if (!outcome.ok) return refused(outcome.refusals);
    const { database, downloads, links } = this.parts;
    const download = await downloads.find(database.reader(tenantId), outcome.value);
    if (download === undefined) {
      return refused([{ code: 'ANALYTICS_DOWNLOAD_ENDED', path: ['input', 'idempotencyKey'] }]);
    }
    const { id: fileId, sizeBytes, sha256, asOf, expiresAt } = download;
    const url = links.addressOf({ tenantId, fileId, expiresAt });
    return {
      figuresDownload: { url, format: download.format, sizeBytes, sha256, asOf, expiresAt },
      replayed,
      userErrors: [],
    };
  }
}
