/** Why a view is not saved, renamed or deleted. */
export type SavedViewRefusal =
  | 'FINANCE_VIEW_NAME_TAKEN'
  | 'FINANCE_VIEW_OF_ANOTHER'
  | 'FINANCE_VIEWS_TOO_MANY'
  | 'INPUT_INVALID'
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT';
