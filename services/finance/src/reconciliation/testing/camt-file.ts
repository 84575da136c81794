/** What a hand-made statement contains; realistic names of elements, invented content. */
export interface CamtContent {
  readonly version?: '02' | '08';
  readonly id?: string;
  readonly iban?: string;
  readonly currency?: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly page?: { readonly number: number; readonly last: boolean };
  readonly entries: readonly string[];
}

/** A payout as most banks show it. Amounts are positive; `way` says where they went. */
export function camtEntry(changes: {
  readonly amount: string;
  readonly currency?: string;
  readonly way?: 'DBIT' | 'CRDT';
  readonly day?: string;
  readonly status?: string;
  readonly bankReference?: string;
  readonly details?: string;
  readonly info?: string;
}): string {
  const { amount, currency = 'EUR', way = 'DBIT', day = '2026-03-02', status = 'BOOK' } = changes;
  return `<Ntry>
    <Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${way}</CdtDbtInd><Sts>${status}</Sts>
    <BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>
    ${changes.bankReference === undefined ? '' : `<AcctSvcrRef>${changes.bankReference}</AcctSvcrRef>`}
    <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
    ${changes.details === undefined ? '' : `<NtryDtls>${changes.details}</NtryDtls>`}
    ${changes.info === undefined ? '' : `<AddtlNtryInf>${changes.info}</AddtlNtryInf>`}
  </Ntry>`;
}

/** One payment within a booking, as version 02 writes it. */
export function camtDetail(endToEndId: string, amount?: string, currency = 'EUR'): string {
  const amounts = `<AmtDtls><TxAmt><Amt Ccy="${currency}">${amount ?? ''}</Amt></TxAmt></AmtDtls>`;
  return `<TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>${amount === undefined ? '' : amounts}
    <RltdPties><Cdtr><Nm>Somebody Private</Nm></Cdtr></RltdPties><RmtInf><Ustrd>Erstattung</Ustrd></RmtInf></TxDtls>`;
}

/** A camt.053 file of one statement. */
export function camtFile(content: CamtContent): string {
  const { version = '02', id = 'STM-2026-061', iban = 'DE89370400440532013000', currency = 'EUR', page } = content;
  const balance = (code: string, amount: string): string => `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>
    <Amt Ccy="${currency}">${amount.replace('-', '')}</Amt><CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</CdtDbtInd>
    <Dt><Dt>2026-03-02</Dt></Dt></Bal>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>
  <GrpHdr><MsgId>BANK-4711</MsgId><CreDtTm>2026-03-03T06:00:00+01:00</CreDtTm></GrpHdr>
  <Stmt><Id>${id}</Id>
    ${page === undefined ? '' : `<StmtPgntn><PgNb>${page.number}</PgNb><LastPgInd>${page.last}</LastPgInd></StmtPgntn>`}
    <ElctrncSeqNb>61</ElctrncSeqNb>
    <Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>${currency}</Ccy></Acct>
    ${content.opening === undefined ? '' : balance('OPBD', content.opening)}
    ${content.closing === undefined ? '' : balance('CLBD', content.closing)}
    ${content.entries.join('\n')}
  </Stmt></BkToCstmrStmt></Document>`;
}
