import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { LibraryEntries } from '../model/library-entry.repository';
import { ProposeLibraryEntryInput, ProposeLibraryEntryPayload } from '../view-library/library.gql';
import { proposeLibraryEntry } from './propose-entry.handler';

@Resolver(() => Case)
export class ProposeEntryResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies & { readonly entries: LibraryEntries },
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ProposeLibraryEntryPayload, {
    description: 'Drafts a closed case for the case library; personal data that can be recognised is taken out.',
  })
  proposeLibraryEntry(
    @Arg('input', () => ProposeLibraryEntryInput, { description: 'Which case.' }) input: ProposeLibraryEntryInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('PROPOSE_LIBRARY_ENTRY', input, context, (call) =>
      proposeLibraryEntry(this.dependencies, call),
    );
  }
}
