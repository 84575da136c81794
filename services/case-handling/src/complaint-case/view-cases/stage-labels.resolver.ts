import { LocaleName, type GraphContext, type Locale } from '@redress/graphql-runtime';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { inLanguage } from '../../language/in-language';
import { CaseStage, StageClock } from './stage.gql';

@Resolver(() => StageClock)
export class StageClockResolver {
  @FieldResolver(() => String, { description: 'The stage in words.' })
  label(
    @Root() { labels }: StageClock,
    @Arg('locale', () => LocaleName, { nullable: true, description: 'Language; that of the request unless told.' })
    locale: Locale | undefined,
    @Ctx() context: GraphContext,
  ): string {
    return inLanguage(labels, locale, context);
  }
}

@Resolver(() => CaseStage)
export class CaseStageResolver {
  @FieldResolver(() => String, { description: 'The stage in words.' })
  label(
    @Root() { labels }: CaseStage,
    @Arg('locale', () => LocaleName, { nullable: true, description: 'Language; that of the request unless told.' })
    locale: Locale | undefined,
    @Ctx() context: GraphContext,
  ): string {
    return inLanguage(labels, locale, context);
  }

  @FieldResolver(() => String, { description: 'The article of the regulation that it comes from.' })
  article(
    @Root() { articles }: CaseStage,
    @Arg('locale', () => LocaleName, { nullable: true, description: 'Language; that of the request unless told.' })
    locale: Locale | undefined,
    @Ctx() context: GraphContext,
  ): string {
    return inLanguage(articles, locale, context);
  }
}
