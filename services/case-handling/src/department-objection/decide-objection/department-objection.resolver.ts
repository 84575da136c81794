import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { isStaff } from '../../complaint-case/model/case.rules';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import {
  DecideDepartmentObjectionInput,
  DecideDepartmentObjectionPayload,
  DepartmentObjection,
  ObjectAsDepartmentInput,
  ObjectAsDepartmentPayload,
} from './department-objection.gql';
import { decideDepartmentObjection, objectAsDepartment } from './department-objection.handler';
import { readObjections } from './objection-rows.query';

@Resolver(() => Case)
export class DepartmentObjectionResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
    private readonly details: CaseDetails,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ObjectAsDepartmentPayload, { description: 'Objects, for a department, to being found responsible.' })
  objectAsDepartment(
    @Arg('input', () => ObjectAsDepartmentInput, { description: 'Which department, and why.' })
    input: ObjectAsDepartmentInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { department, reason } = input;
    return this.mutations.answer('OBJECT_AS_DEPARTMENT', input, context, (call) =>
      objectAsDepartment(this.dependencies, call, { department, reason }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => DecideDepartmentObjectionPayload, { description: 'Decides on the objection of a department.' })
  decideDepartmentObjection(
    @Arg('input', () => DecideDepartmentObjectionInput, { description: 'Whether it is upheld, and why.' })
    input: DecideDepartmentObjectionInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { uphold, reason } = input;
    return this.mutations.answer('DECIDE_DEPARTMENT_OBJECTION', input, context, (call) =>
      decideDepartmentObjection(this.dependencies, call, { uphold, reason }),
    );
  }

  @FieldResolver(() => [DepartmentObjection], {
    description: 'What departments object to, the oldest first; empty for the complainant.',
  })
  async departmentObjections(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<DepartmentObjection[]> {
    if (!isStaff(context.viewer)) return [];
    const rows = await this.details.of(context, 'department-objections', stored.id, readObjections);
    return rows.map((row) => ({ ...row, upheld: row.upheld === null ? null : Boolean(row.upheld) }));
  }
}
