import { DateTimeScalar, requireRole, toMoney, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import type { CaseKnowledge } from '../../case-file/model/case-knowledge.repository';
import { labelOf, matrixOf } from '../model/matrix.model';
import { AuthorityMatrix } from './authority.gql';

@Resolver()
export class AuthorityMatrixResolver {
  constructor(
    private readonly dependencies: Pick<CaseKnowledge, 'regulations'> & {
      readonly database: Database;
      readonly clock: Clock;
    },
  ) {}

  @Directive('@authenticated')
  @Query(() => AuthorityMatrix, {
    nullable: true,
    description:
      'Who may decide on how much money by the regulation in force for new cases; a case stays bound to the one at its receipt. Null before the first adoption.',
  })
  async authorityMatrix(
    @Arg('at', () => DateTimeScalar, { nullable: true, description: 'In force then; now where absent.' })
    at: Date | undefined,
    @Ctx() context: GraphContext,
  ): Promise<AuthorityMatrix | null> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const { database, clock, regulations } = this.dependencies;
    const binding = await regulations.inForceAt(database.reader(tenantId), at ?? clock.now());
    if (binding === undefined) return null;
    const { id, version, remedies } = binding.regulation;
    return {
      ...{ regulation: id, version },
      rows: matrixOf(binding).map(({ holder, role, currency, maximumMinor, when, origin, quote }) => {
        const label = labelOf(binding, holder);
        return {
          ...{ holder, role, currency, origin, when: when ?? null, quote: quote ?? null },
          label: (context.locale === 'zh-CN' ? label?.zh : label?.en) ?? holder,
          limit: maximumMinor === null ? null : toMoney({ amountMinor: maximumMinor, currency }),
        };
      }),
      approvers: remedies.flatMap(({ remedy, approvers = [] }) =>
        approvers.length === 0 ? [] : [{ remedy, holders: [...approvers] }],
      ),
    };
  }
}
