import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { BOOK_READERS, BUDGET_SETTERS } from '../../access/access.rules';
import { unusableKey } from '../../public-graph/command-input.rules';
import type { BooksSetting } from '../model/books-setting.model';
import { BooksSettingView, SetBooksSettingInput, SetBooksSettingPayload } from './books-setting.gql';
import { setBooksSetting, type BooksSettingDependencies } from './set-books-setting.handler';

@Resolver()
export class SetBooksSettingResolver {
  constructor(private readonly dependencies: BooksSettingDependencies) {}

  @Directive('@authenticated')
  @Query(() => BooksSettingView, {
    description: 'What was decided about the books. For finance, managers, auditors and administrators.',
  })
  async booksSetting(@Ctx() context: GraphContext): Promise<BooksSettingView> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    return this.read(tenantId);
  }

  @Directive('@authenticated')
  @Mutation(() => SetBooksSettingPayload, { description: 'Decides about the books. For managers and administrators.' })
  async setBooksSetting(
    @Arg('input', () => SetBooksSettingInput, { description: 'What to decide.' }) input: SetBooksSettingInput,
    @Ctx() context: GraphContext,
  ): Promise<SetBooksSettingPayload> {
    const { tenantId, subject } = requireRole(context, ...BUDGET_SETTERS);
    const { idempotencyKey, expectedVersion, ...given } = input;
    const changes = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
    ) as Partial<Omit<BooksSetting, 'version'>>;
    const command = { tenantId, subject, idempotencyKey, expectedVersion, changes };
    const { outcome, replayed } = unusableKey(idempotencyKey) ?? (await setBooksSetting(command, this.dependencies));
    if (!outcome.ok) return { booksSetting: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    return { booksSetting: await this.read(tenantId), replayed, userErrors: [] };
  }

  private async read(tenantId: string): Promise<BooksSettingView> {
    const { database, booksSettings } = this.dependencies;
    const setting = await booksSettings.read(database.reader(tenantId));
    const { baseCurrency, collectionBase, collectionFactor, creditReceivables, version } = setting;
    return {
      baseCurrency: baseCurrency ?? null,
      collectionBase: collectionBase ?? null,
      collectionFactor: collectionFactor ?? null,
      ...{ creditReceivables, version },
    };
  }
}
