import {
  fromGlobalId,
  ListCost,
  LocaleName,
  readConnection,
  requireRole,
  toGlobalId,
  type Connection,
  type GraphContext,
  type Locale,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { isStaff, SETTLEMENT_READERS, visibilityOf } from '../../access/access.rules';
import type { FileLinks } from '../../public-files/file-links';
import { Case, Settlement } from '../../settlement/view-settlements/settlement.gql';
import type { SettlementLoader } from '../../settlement/view-settlements/settlement.loader';
import { toPaper, type PaperRecord } from './paper-record.query';
import { fieldsIn } from '../render-paper/paper-sheet.policy';
import { FinancePaperConnection, FinancePapersArgs } from './paper-list.gql';
import { paperList } from './paper-list.query';
import { FinancePaper, FinancePaperCopy, FinancePaperField, FinancePaperSignature } from './paper.gql';
import type { PaperLoader } from './paper.loader';
import { toFinancePaper } from './to-paper.gql';

@Resolver(() => FinancePaper)
export class PapersResolver {
  constructor(
    private readonly database: Database,
    private readonly papers: PaperLoader,
  ) {}

  @Directive('@authenticated')
  @Query(() => FinancePaper, {
    nullable: true,
    description: 'A paper of finance; null when there is none for the viewer.',
  })
  async paper(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<FinancePaper | null> {
    requireRole(context, ...SETTLEMENT_READERS);
    const paperId = fromGlobalId('FinancePaper', id);
    return paperId === undefined ? null : ((await this.papers.find(context, 'id', paperId))[0] ?? null);
  }

  @Directive('@authenticated')
  @Query(() => FinancePaper, { nullable: true, description: 'A paper of finance by its number.' })
  async paperByNumber(
    @Arg('number', () => String, { description: 'Its number, for example `CN2026-000017`.' }) number: string,
    @Ctx() context: GraphContext,
  ): Promise<FinancePaper | null> {
    requireRole(context, ...SETTLEMENT_READERS);
    return (await this.papers.find(context, 'number', number.trim()))[0] ?? null;
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => FinancePaperConnection, {
    name: 'papers',
    description: 'The papers of finance that the viewer may see; to a customer, credit notes and advices of payment.',
  })
  async list(
    @Args(() => FinancePapersArgs) args: FinancePapersArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<FinancePaper>> {
    const viewer = requireRole(context, ...SETTLEMENT_READERS);
    const list = paperList(args.where, args.orderBy, visibilityOf(viewer));
    const reader = this.database.reader(viewer.tenantId);
    return readConnection(context, reader, list, args, (record: PaperRecord) => toFinancePaper(toPaper(record)));
  }
}

@Resolver(() => FinancePaper)
export class PaperFieldsResolver {
  constructor(
    private readonly papers: PaperLoader,
    private readonly settlements: SettlementLoader,
    private readonly links: FileLinks['papers'],
  ) {}

  @FieldResolver(() => String, { description: 'What it is called, in the language of the request.' })
  title(@Root() { paper }: FinancePaper, @Ctx() { locale }: GraphContext): string {
    return inLanguage(paper.content.title, locale);
  }

  @FieldResolver(() => [FinancePaperField], { description: 'What it says, in the language of the request.' })
  fields(@Root() { paper }: FinancePaper, @Ctx() { locale }: GraphContext): readonly FinancePaperField[] {
    return fieldsIn(paper.content, locale);
  }

  @FieldResolver(() => [FinancePaperCopy], { description: 'Its copies with their holders.' })
  async copies(@Root() root: FinancePaper, @Ctx() context: GraphContext): Promise<FinancePaperCopy[]> {
    const marks = await this.papers.marks(context, root);
    const staff = isStaff(context.viewer);
    return root.paper.content.copies.map(({ copy, holder, label }) => {
      const handed = marks.find(({ kind, place }) => kind === 'HANDED_OUT' && place === String(copy));
      const by = staff ? handed?.by : undefined;
      const text = inLanguage(label, context.locale);
      return { copy, holder, label: text, handedOutAt: handed?.at ?? null, handedOutBy: by ?? null };
    });
  }

  @FieldResolver(() => [FinancePaperSignature], { description: 'The places in which it is signed or sealed.' })
  async signatures(@Root() root: FinancePaper, @Ctx() context: GraphContext): Promise<FinancePaperSignature[]> {
    const marks = await this.papers.marks(context, root);
    const staff = isStaff(context.viewer);
    return root.paper.content.signatures.map(({ place, label, role }) => {
      const mark = marks.find((each) => each.place === place && (each.kind === 'SIGNED' || each.kind === 'SEALED'));
      return {
        ...{ place, seal: role === undefined, label: inLanguage(label, context.locale) },
        signedAt: mark?.at ?? null,
        signedBy: (staff ? mark?.by : undefined) ?? null,
        note: (staff ? mark?.note : undefined) ?? null,
      };
    });
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it is void; for staff only.' })
  async voidReason(@Root() root: FinancePaper, @Ctx() context: GraphContext): Promise<string | null> {
    if (root.voidedAt === null || !isStaff(context.viewer)) return null;
    return (await this.papers.marks(context, root)).find(({ kind }) => kind === 'VOIDED')?.note ?? null;
  }

  @FieldResolver(() => Settlement, { nullable: true, description: 'The settlement that it belongs to.' })
  async settlement(@Root() { paper }: FinancePaper, @Ctx() context: GraphContext): Promise<Settlement | null> {
    if (paper.settlementId === undefined) return null;
    return (await this.settlements.find(context, 'id', paper.settlementId))[0] ?? null;
  }

  @FieldResolver(() => Case, { nullable: true, description: 'The case that it belongs to.' })
  case(@Root() { paper }: FinancePaper): Case | null {
    return paper.caseId === undefined ? null : { id: toGlobalId('Case', paper.caseId) };
  }

  @FieldResolver(() => String, {
    description:
      'Where it can be fetched as a PDF during the next five minutes; the same paper is always the same file.',
  })
  download(
    @Root() { paper }: FinancePaper,
    @Arg('language', () => LocaleName, { defaultValue: 'zh-CN', description: 'In which language.' }) language: Locale,
    @Arg('copy', () => Int, {
      nullable: true,
      description: 'Which copy; all of them, one after the other, unless told.',
    })
    copy: number | undefined,
    @Ctx() { viewer }: GraphContext,
  ): string {
    const query = new URLSearchParams({ language, ...(typeof copy === 'number' ? { copy: String(copy) } : {}) });
    return this.links.download(viewer.tenantId, paper.id, query.toString());
  }
}

@Resolver(() => Settlement)
export class PapersOfSettlementResolver {
  constructor(private readonly loader: PaperLoader) {}

  @FieldResolver(() => [FinancePaper], { description: 'Its papers, the oldest first, void ones too.' })
  async papers(@Root() { id }: Settlement, @Ctx() context: GraphContext): Promise<readonly FinancePaper[]> {
    const settlementId = fromGlobalId('Settlement', id);
    return settlementId === undefined ? [] : this.loader.find(context, 'settlementId', settlementId);
  }
}

function inLanguage(label: { readonly zh: string; readonly en: string }, locale: Locale): string {
  return locale === 'en' ? label.en : label.zh;
}
