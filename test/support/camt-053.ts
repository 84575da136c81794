/** A booking of a bank statement. */
export interface CamtBooking {
  readonly amount: string;
  readonly way: 'DBIT' | 'CRDT';
  readonly on: string;
  readonly text: string;
}

/** A bank's statement as camt.053.001.08: invented content, the elements of the standard. */
export function camt053(statement: {
  readonly id: string;
  readonly iban: string;
  readonly currency: string;
  readonly opening: { readonly on: string; readonly amount: string };
  readonly closing: { readonly on: string; readonly amount: string };
  readonly bookings: readonly CamtBooking[];
}): string {
  const { id, iban, currency, bookings } = statement;
  const balance = (code: string, { on, amount }: { readonly on: string; readonly amount: string }) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt>
     <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`;
  const entries = bookings.map(
    ({ amount, way, on, text }) => `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${way}</CdtDbtInd>
      <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>
      <AddtlNtryInf>${text}</AddtlNtryInf></Ntry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
  <GrpHdr><MsgId>${id}</MsgId><CreDtTm>2026-09-01T06:00:00+08:00</CreDtTm></GrpHdr>
  <Stmt><Id>${id}</Id><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>${currency}</Ccy></Acct>
    ${balance('OPBD', statement.opening)}${balance('CLBD', statement.closing)}
    ${entries.join('\n')}
  </Stmt></BkToCstmrStmt></Document>`;
}
