export const ACCOUNT_SCHEMES = ['IBAN', 'LOCAL'] as const;
/** LOCAL: a number that a bank's clearing code goes with, as in China (联行号). */
export type AccountScheme = (typeof ACCOUNT_SCHEMES)[number];

/** Where money goes. */
export interface AccountNumber {
  readonly scheme: AccountScheme;
  /** Without spaces. */
  readonly account: string;
  readonly bankCode?: string;
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;
const LOCAL = /^[A-Z0-9]{4,34}$/;
const BANK_CODE = /^[A-Z0-9]{3,35}$/;
const LETTER = /[A-Z]/g;
/** Digits taken at a time, so that the remainder before them and they are an exact number. */
const CHUNK = 7;

/** Whether the check digits of the IBAN are right (ISO 13616, mod 97). */
export function isIban(text: string): boolean {
  if (!IBAN.test(text)) return false;
  const moved = text.slice(4) + text.slice(0, 4);
  const digits = moved.replace(LETTER, (letter) => (letter.charCodeAt(0) - 55).toString());
  let remainder = 0;
  for (let at = 0; at < digits.length; at += CHUNK) {
    remainder = Number(`${remainder}${digits.slice(at, at + CHUNK)}`) % 97;
  }
  return remainder === 1;
}

/** Reads what people type; undefined when it cannot be an account. */
export function readAccount(account: string, bankCode: string | undefined): AccountNumber | undefined {
  const plain = withoutSpaces(account);
  if (bankCode === undefined || bankCode === '') return isIban(plain) ? { scheme: 'IBAN', account: plain } : undefined;
  const code = withoutSpaces(bankCode);
  if (!LOCAL.test(plain) || !BANK_CODE.test(code)) return undefined;
  return { scheme: 'LOCAL', account: plain, bankCode: code };
}

/** The number as people may see it: its last four characters, and the country of an IBAN. */
export function maskedAccount({ scheme, account }: AccountNumber): string {
  return `${scheme === 'IBAN' ? account.slice(0, 2) : ''}••••${account.slice(-4)}`;
}

/** A name as people may see it: its first letter. */
export function maskedName(name: string): string {
  return `${[...name][0] ?? ''}••`;
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}
