/** Which failpoint ends this process, and at which pass; for fault tests only. Undefined in normal life. */
export function chosenFailpoint(): { readonly name: string; readonly pass: number } | undefined {
  const text = process.env.REDRESS_FAILPOINT;
  if (text === undefined || text === '') return undefined;
  const [name = '', pass = '1'] = text.split(':');
  return { name, pass: Number(pass) };
}

/** The schema that an operator's command works on. */
export function operatorDatabaseUrl(): string | undefined {
  return process.env.REDRESS_DATABASE_URL || undefined;
}
