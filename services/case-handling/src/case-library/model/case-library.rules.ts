import { defineAction } from '../../complaint-case/model/action.model';

export const proposeLibraryEntryAction = defineAction({
  action: 'PROPOSE_LIBRARY_ENTRY',
  description: 'Mutation `proposeLibraryEntry`.',
  roles: ['handler', 'supervisor', 'manager'],
  states: ['CLOSED'],
  rules: [
    ({ plan }) => (plan?.regulation.caseLibrary === undefined ? { code: 'CASE_LIBRARY_NOT_REGULATED' } : undefined),
  ],
});
