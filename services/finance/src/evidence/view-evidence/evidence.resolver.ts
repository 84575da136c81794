import { fromGlobalId, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RegulatedCase, RegulatedCasesBy } from '../../paper/model/regulated-case.repository';
import type { FileLinks } from '../../public-files/file-links';
import { Settlement } from '../../settlement/view-settlements/settlement.gql';
import { evidenceRules, missingFor, type EvidenceRule } from '../model/evidence-rule.model';
import { EvidenceOverview, SettlementEvidence, type EvidenceRequirement } from './evidence.gql';
import type { EvidenceLoader } from './evidence.loader';
import { instrumentsOfSettlements } from './instruments.query';

@Resolver(() => Settlement)
export class EvidenceOfSettlementResolver {
  constructor(
    private readonly database: Database,
    private readonly loader: EvidenceLoader,
    private readonly regulatedCasesBy: RegulatedCasesBy,
  ) {}

  @FieldResolver(() => EvidenceOverview, { description: 'By what it is proven, and what is still missing.' })
  async evidence(@Root() { id, caseId }: Settlement, @Ctx() context: GraphContext): Promise<EvidenceOverview> {
    const settlementId = fromGlobalId('Settlement', id) ?? '';
    const [{ given, accepted }, rules] = await Promise.all([
      this.loader.ofSettlement(context, settlementId),
      this.rules(context, settlementId, caseId),
    ]);
    const required = rules.map((rule) => requirementOf(rule, accepted, context));
    return { required, given, complete: required.every(({ missing }) => missing === 0) };
  }

  private async rules(context: GraphContext, settlementId: string, caseId: string): Promise<readonly EvidenceRule[]> {
    const reader = this.database.reader(context.viewer.tenantId);
    const cases = context.loader<string, RegulatedCase>('regulated-cases', (ids) => this.regulatedCasesBy(reader, ids));
    const regulation = (await cases.load(caseId))?.regulation;
    if (regulation === undefined) return [];
    const instruments = context.loader<string, Parameters<typeof evidenceRules>[0]>('settlement-instruments', (ids) =>
      instrumentsOfSettlements(reader, ids),
    );
    return evidenceRules((await instruments.load(settlementId)) ?? [], regulation);
  }
}

@Resolver(() => SettlementEvidence)
export class EvidenceDownloadResolver {
  constructor(private readonly links: FileLinks['evidence']) {}

  @FieldResolver(() => String, { description: 'Where the content can be fetched during the next five minutes.' })
  downloadUrl(@Root() { uuid }: SettlementEvidence, @Ctx() { viewer }: GraphContext): string {
    return this.links.download(viewer.tenantId, uuid);
  }
}

function requirementOf(
  rule: EvidenceRule,
  accepted: ReadonlySet<string>,
  { locale }: GraphContext,
): EvidenceRequirement {
  return {
    instrument: rule.instrument as EvidenceRequirement['instrument'],
    atLeast: rule.atLeast,
    of: rule.of.map(({ kind, label }) => ({ kind, label: locale === 'en' ? label.en : label.zh })),
    missing: missingFor(rule, accepted),
  };
}
