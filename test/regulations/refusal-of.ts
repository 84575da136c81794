import { Refused } from './play';

/** With which code the system refuses an act, whether the role is wrong or a rule is; `accepted` when it does not. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    if (error instanceof Error && error.message.includes('"code":"FORBIDDEN"')) return 'FORBIDDEN';
    throw error;
  }
  return 'accepted';
}
