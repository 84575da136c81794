import type { CaseCommandDependencies } from '../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../complaint-case/case-command/case-mutations';
import type { CaseDetails } from '../complaint-case/view-cases/case-details.loader';
import { DecideExtensionResolver } from '../extension/decide-extension/decide-extension.resolver';
import { RequestExtensionResolver } from '../extension/request-extension/request-extension.resolver';
import { ExtensionsResolver } from '../extension/view-extensions/extensions.resolver';
import { ProgressDueResolver } from '../progress/view-progress/progress-due.resolver';
import { AnswerInquiryResolver } from './answer-inquiry/answer-inquiry.resolver';
import { UrgeCaseResolver } from './urge-case/urge-case.resolver';
import { OverduePaperResolver, OverduePapersResolver } from './view-papers/overdue-papers.resolver';

/** What answers about stages that are late, or that need more time. */
export const DELAY_RESOLVERS = [
  OverduePapersResolver,
  OverduePaperResolver,
  AnswerInquiryResolver,
  UrgeCaseResolver,
  RequestExtensionResolver,
  DecideExtensionResolver,
  ExtensionsResolver,
  ProgressDueResolver,
] as const;

/** Wires them. */
export function delays(
  dependencies: CaseCommandDependencies & { readonly details: CaseDetails },
  mutations: CaseMutations,
): readonly object[] {
  const { database, details, plans, clock } = dependencies;
  return [
    new OverduePapersResolver(database, details),
    new OverduePaperResolver(database, details, plans, clock),
    new AnswerInquiryResolver(dependencies, mutations),
    new UrgeCaseResolver(dependencies, mutations),
    new RequestExtensionResolver(dependencies, mutations),
    new DecideExtensionResolver(dependencies, mutations),
    new ExtensionsResolver(details),
    new ProgressDueResolver(database, details, plans),
  ];
}
