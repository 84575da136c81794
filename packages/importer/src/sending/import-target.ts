/** The mutation that takes what is imported, under names that are the same for all. */
export interface ImportTarget {
  /** Answers under the name `imported`. */
  readonly document: string;
  /** Members of the input beside the key and the list. */
  readonly input: Readonly<Record<string, string>>;
  /** The member of the input that takes the list. */
  readonly list: string;
  /** Roles that may call it, in words. */
  readonly roles: string;
}

const ANSWER = `existed refused userErrors { code message }`;
const ROW = `row status userErrors { message path }`;

/** Complaints, known by a source and their id there. */
export const COMPLAINT_TARGET = (source: string): ImportTarget => ({
  document: `mutation Import($input: ImportComplaintsInput!) {
  imported: importComplaints(input: $input) { created results { ${ROW} } ${ANSWER} }
}`,
  input: { source },
  list: 'rows',
  roles: 'agent and admin',
});

/** Orders, known by their number. */
export const PURCHASE_TARGET: ImportTarget = {
  document: `mutation Import($input: RegisterPurchasesInput!) {
  imported: registerPurchases(input: $input) { created: registered results: rows { ${ROW} } ${ANSWER} }
}`,
  input: {},
  list: 'purchases',
  roles: 'agent, finance and admin',
};
