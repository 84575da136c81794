import { LocaleName, requireRole, type GraphContext, type Locale } from '@redress/graphql-runtime';
import { STAFF_ROLES, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { DateTimeScalar } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { inLanguage } from '../../language/in-language';
import type { RegulationLibrary } from '../../regulation-drafts/model/regulation-library.repository';
import { inForceAt } from '../model/adoption.model';
import type { AdoptionRepository } from '../model/adoption.repository';
import { readAdoptionSignatures } from '../sign-adoption/adoption-signatures.query';
import { Adoption } from './adoption.gql';
import { RegulationSignature } from './signature.gql';
import { toAdoption } from './adoption-view.mapper';
import { OpenValue, Regulation, RegulationStage } from './regulation.gql';
import { toRegulation } from './regulation-view.mapper';

const LANGUAGE = { nullable: true, description: 'Language; that of the request unless told.' } as const;

@Resolver(() => Case)
export class AdoptionsResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: AdoptionRepository,
    private readonly library: RegulationLibrary,
    private readonly clock: Clock,
  ) {}

  @Directive('@authenticated')
  @Query(() => [Regulation], {
    description: 'The regulations that the organisation can adopt: those that ship and its own, every version of each.',
  })
  async regulations(@Ctx() { viewer }: GraphContext): Promise<Regulation[]> {
    return (await this.library.all(this.database.reader(viewer.tenantId))).map(toRegulation);
  }

  @Directive('@authenticated')
  @Query(() => Regulation, { nullable: true, description: 'A regulation; null when there is none of this name.' })
  async regulation(
    @Arg('code', () => String, { description: 'Its stable name.' }) code: string,
    @Arg('version', () => Int, { nullable: true, description: 'The newest unless told.' }) version: number | undefined,
    @Ctx() { viewer }: GraphContext,
  ): Promise<Regulation | null> {
    const found = await this.library.find(this.database.reader(viewer.tenantId), code, version ?? undefined);
    return found === undefined ? null : toRegulation(found);
  }

  @Directive('@authenticated')
  @Query(() => [Adoption], { description: 'What the organisation adopted, the earliest first.' })
  async adoptions(@Ctx() context: GraphContext): Promise<Adoption[]> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    return (await this.repository.all(this.database.reader(tenantId))).map(toAdoption);
  }

  @Directive('@authenticated')
  @Query(() => Adoption, { nullable: true, description: 'What is in force; null before the first adoption.' })
  async adoptionInForce(
    @Arg('at', () => DateTimeScalar, { nullable: true, description: 'At which moment; now unless told.' })
    at: Date | undefined,
    @Ctx() context: GraphContext,
  ): Promise<Adoption | null> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const adoption = inForceAt(await this.repository.all(this.database.reader(tenantId)), at ?? this.clock.now());
    return adoption === undefined ? null : toAdoption(adoption);
  }

  @FieldResolver(() => Regulation, {
    name: 'regulation',
    nullable: true,
    description: 'The regulation that binds it; null for history older than the first adoption.',
  })
  async regulationOfCase(@Root() { stored }: Case, @Ctx() { viewer }: GraphContext): Promise<Regulation | null> {
    if (stored.adoption_id === null) return null;
    const adoption = await this.repository.find(this.database.reader(viewer.tenantId), stored.adoption_id);
    return adoption === undefined ? null : toAdoption(adoption).regulation;
  }
}

@Resolver(() => Regulation)
export class RegulationResolver {
  @FieldResolver(() => String, { description: 'Its title.' })
  title(
    @Root() { titles }: Regulation,
    @Arg('locale', () => LocaleName, LANGUAGE) locale: Locale | undefined,
    @Ctx() context: GraphContext,
  ): string {
    return inLanguage(titles, locale, context);
  }
}

@Resolver(() => RegulationStage)
export class RegulationStageResolver {
  @FieldResolver(() => String, { description: 'The stage in words.' })
  label(
    @Root() { labels }: RegulationStage,
    @Arg('locale', () => LocaleName, LANGUAGE) locale: Locale | undefined,
    @Ctx() context: GraphContext,
  ): string {
    return inLanguage(labels, locale, context);
  }

  @FieldResolver(() => String, { description: 'The article that it comes from.' })
  article(
    @Root() { articles }: RegulationStage,
    @Arg('locale', () => LocaleName, LANGUAGE) locale: Locale | undefined,
    @Ctx() context: GraphContext,
  ): string {
    return inLanguage(articles, locale, context);
  }
}

@Resolver(() => OpenValue)
export class OpenValueResolver {
  @FieldResolver(() => String, { description: 'What is to be filled in.' })
  label(
    @Root() { labels }: OpenValue,
    @Arg('locale', () => LocaleName, LANGUAGE) locale: Locale | undefined,
    @Ctx() context: GraphContext,
  ): string {
    return inLanguage(labels, locale, context);
  }
}

@Resolver(() => Adoption)
export class AdoptionSignaturesResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => [RegulationSignature], { description: 'Who signed its terms, in order.' })
  async signatures(@Root() { terms }: Adoption, @Ctx() context: GraphContext): Promise<readonly RegulationSignature[]> {
    const loader = context.loader<string, readonly RegulationSignature[]>('adoption-signatures', async (digests) => {
      const signed = await readAdoptionSignatures(this.database.reader(context.viewer.tenantId), digests);
      return digests.map((digest) => signed.get(digest) ?? []);
    });
    return (await loader.load(terms)) ?? [];
  }
}
