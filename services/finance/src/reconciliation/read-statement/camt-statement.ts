import { plainIdentifier } from '../model/bank-account.model';
import { problem, type StatementBalance, type StatementItem, type StatementName } from '../model/statement.model';
import { amountIn, CamtEntry, CamtPiece, dayOf, linesOf } from './camt-entry';
import { xmlLeaves } from './xml-leaves';

/** Payments within one booking that are held at a time. */
const MOST_DETAILS = 50_000;

interface CamtStatement {
  readonly at: number;
  id: string;
  sequence: string;
  page: string;
  lastPage: boolean;
  opening?: bigint;
  closing?: bigint;
  sum: bigint;
}

interface CamtBalance {
  code: string;
  amount: string;
  currency: string;
  direction: string;
  on: string;
}

const BALANCE_KINDS: Readonly<Record<string, StatementBalance['kind']>> = {
  OPBD: 'OPENING',
  PRCD: 'OPENING',
  CLBD: 'CLOSING',
};

/**
 * Reads ISO 20022 camt.053 of any version: the names of elements that matter are the same in all of them. `part` is the
 * page where the file does not say which it is. Names and account numbers of the other side are not taken over.
 */
export async function* camtStatement(text: AsyncIterable<string>, part: string): AsyncGenerator<StatementItem> {
  const reading = new CamtReading(part);
  const xml = xmlLeaves(reading);
  for await (const piece of text) {
    xml.write(piece);
    yield* reading.found();
  }
  xml.end();
  yield* reading.found();
  if (!reading.anyStatement) yield problem('FINANCE_STATEMENT_EMPTY');
}

class CamtReading {
  anyStatement = false;
  private items: StatementItem[] = [];
  private statement: CamtStatement | undefined;
  private entry: CamtEntry | undefined;
  private detail: CamtPiece | undefined;
  private balance: CamtBalance | undefined;
  private messagePage: { page: string; last: boolean } | undefined;

  constructor(private readonly part: string) {}

  found(): StatementItem[] {
    const found = this.items;
    this.items = [];
    return found;
  }

  open(path: readonly string[], line: number): void {
    const name = path.at(-1);
    if (name === 'Stmt' && path.length === 3) {
      this.anyStatement = true;
      const { page, last } = this.messagePage ?? { page: '', last: true };
      this.statement = { at: line, id: '', sequence: '', page: this.part || page, lastPage: last, sum: 0n };
    } else if (this.statement === undefined) return;
    else if (name === 'Bal') this.balance = { code: '', amount: '', currency: '', direction: '', on: '' };
    else if (name === 'Ntry') this.entry = new CamtEntry(line);
    else if (name === 'TxDtls' && this.entry !== undefined) this.detail = new CamtPiece();
  }

  close(path: readonly string[], text: string, attributes: Readonly<Record<string, string>>, line: number): void {
    const inside = path.join('/');
    if (this.statement === undefined) return this.closeHeader(inside, text, line);
    const within = path.slice(3).join('/');
    if (this.entry !== undefined) this.closeInEntry(this.entry, within, text, attributes);
    else if (this.balance !== undefined) this.closeInBalance(this.balance, within, text, attributes);
    else this.closeInStatement(this.statement, within, text, line);
    if (path.length === 3) this.endStatement(this.statement);
  }

  private closeHeader(inside: string, text: string, line: number): void {
    const page = (this.messagePage ??= { page: '', last: true });
    if (inside.endsWith('/GrpHdr/MsgPgntn/PgNb')) page.page = text;
    if (inside.endsWith('/GrpHdr/MsgPgntn/LastPgInd')) page.last = text === 'true';
    if (!inside.includes('/') && inside !== 'Document') {
      this.items.push(problem('FINANCE_STATEMENT_MALFORMED', line, { found: inside.slice(0, 60) }));
    }
  }

  private closeInStatement(statement: CamtStatement, within: string, text: string, line: number): void {
    if (within === 'Id') statement.id = text;
    else if (within === 'ElctrncSeqNb') statement.sequence = text;
    else if (within === 'StmtPgntn/PgNb') statement.page = this.part || text;
    else if (within === 'StmtPgntn/LastPgInd') statement.lastPage = text === 'true';
    else if (within === 'Acct/Id/IBAN' || within === 'Acct/Id/Othr/Id') {
      this.items.push({ kind: 'ACCOUNT', at: line, identifier: plainIdentifier(text) });
    } else if (within === 'Acct/Ccy') this.items.push({ kind: 'ACCOUNT', at: line, currency: text });
  }

  private closeInBalance(
    balance: CamtBalance,
    within: string,
    text: string,
    attributes: Readonly<Record<string, string>>,
  ): void {
    if (within === 'Bal/Tp/CdOrPrtry/Cd') balance.code = text;
    else if (within === 'Bal/Amt') Object.assign(balance, { amount: text, currency: attributes['Ccy'] ?? '' });
    else if (within === 'Bal/CdtDbtInd') balance.direction = text;
    else if (within === 'Bal/Dt/Dt' || within === 'Bal/Dt/DtTm') balance.on = text;
    else if (within === 'Bal') this.endBalance(balance);
  }

  private endBalance({ code, amount, currency, direction, on }: CamtBalance): void {
    this.balance = undefined;
    const kind = BALANCE_KINDS[code];
    if (this.statement === undefined || kind === undefined) return;
    const size = amountIn(amount, currency);
    const day = dayOf(on);
    if (size === undefined || day === undefined) {
      this.items.push(
        problem('FINANCE_STATEMENT_VALUE_UNREADABLE', this.statement.at, { column: `Bal ${code}`, expected: '0.00' }),
      );
      return;
    }
    const amountMinor = direction === 'DBIT' ? -size : size;
    if (kind === 'OPENING') this.statement.opening = amountMinor;
    else this.statement.closing = amountMinor;
    // The close of the day before is the same as this day's opening, but said of another day.
    if (code === 'PRCD') return;
    this.items.push({ kind: 'BALANCE', balance: { statement: nameOf(this.statement), kind, on: day, amountMinor } });
  }

  private closeInEntry(
    entry: CamtEntry,
    within: string,
    text: string,
    attributes: Readonly<Record<string, string>>,
  ): void {
    if (within === 'Ntry') return this.endEntry(entry);
    if (within === 'Ntry/NtryDtls/TxDtls') {
      if (this.detail !== undefined) entry.details.push(this.detail);
      this.detail = undefined;
      if (entry.details.length > MOST_DETAILS) {
        this.items.push(problem('FINANCE_STATEMENT_TOO_LARGE', entry.at, { limit: MOST_DETAILS }));
        entry.details.length = 0;
      }
      return;
    }
    if (this.detail !== undefined)
      readDetail(this.detail, within.slice('Ntry/NtryDtls/TxDtls/'.length), text, attributes);
    else readEntry(entry, within.slice('Ntry/'.length), text, attributes);
  }

  private endEntry(entry: CamtEntry): void {
    this.entry = undefined;
    if (this.statement === undefined) return;
    for (const item of linesOf(entry, nameOf(this.statement))) {
      if (item.kind === 'LINE') this.statement.sum += item.line.amountMinor;
      this.items.push(item);
    }
  }

  private endStatement(statement: CamtStatement): void {
    this.statement = undefined;
    const { at, id, opening, closing, sum, page, lastPage } = statement;
    if (id === '')
      this.items.push(problem('FINANCE_STATEMENT_VALUE_UNREADABLE', at, { column: 'Stmt/Id', expected: 'Max35Text' }));
    const isWhole = (page === '' || page === '1') && lastPage;
    if (!isWhole || opening === undefined || closing === undefined || opening + sum === closing) return;
    const facts = {
      expected: closing.toString(),
      found: (opening + sum).toString(),
      difference: (closing - opening - sum).toString(),
    };
    this.items.push(problem('FINANCE_STATEMENT_DOES_NOT_ADD_UP', at, facts));
  }
}

function nameOf({ id, sequence, page }: CamtStatement): StatementName {
  return { name: (sequence === '' ? id : `${id}/${sequence}`).slice(0, 120), part: page.slice(0, 32) };
}

function readEntry(entry: CamtEntry, within: string, text: string, attributes: Readonly<Record<string, string>>): void {
  if (within === 'Amt') Object.assign(entry, { amount: text, currency: attributes['Ccy'] });
  else if (within === 'CdtDbtInd') entry.direction = text;
  else if (within === 'Sts' || within === 'Sts/Cd') entry.status = text === '' ? entry.status : text;
  else if (within === 'BookgDt/Dt' || within === 'BookgDt/DtTm') entry.bookedOn = text;
  else if (within === 'ValDt/Dt' || within === 'ValDt/DtTm') entry.valueOn = text;
  else if (within === 'AcctSvcrRef') entry.bankReference = text;
  else if (within === 'NtryRef') entry.entryReference = text;
  else if (within === 'AddtlNtryInf') entry.texts.push(text);
  else if (within === 'NtryDtls/Btch/MsgId' || within === 'NtryDtls/Btch/PmtInfId') entry.references.push(text);
}

const DETAIL_REFERENCES =
  /^(Refs\/(MsgId|PmtInfId|InstrId|EndToEndId|TxId|UETR|Prtry\/Ref)|RmtInf\/Strd\/CdtrRefInf\/Ref)$/;

function readDetail(
  detail: CamtPiece,
  within: string,
  text: string,
  attributes: Readonly<Record<string, string>>,
): void {
  if (within === 'Amt' || (within === 'AmtDtls/TxAmt/Amt' && detail.amount === undefined)) {
    Object.assign(detail, { amount: text, currency: attributes['Ccy'] });
  } else if (within === 'CdtDbtInd') detail.direction = text;
  else if (within === 'Refs/AcctSvcrRef') detail.bankReference = text;
  else if (within === 'RmtInf/Ustrd' || within === 'AddtlTxInf') detail.texts.push(text);
  else if (DETAIL_REFERENCES.test(within)) detail.references.push(text);
}
