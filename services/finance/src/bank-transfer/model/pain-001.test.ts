import { SaxesParser } from 'saxes';
import { pain001 } from './pain-001.model';
import type { Transfer, TransferBatch } from './transfer-batch.model';

const batch: TransferBatch = {
  ...{ id: 'b', messageId: 'R018F', state: 'RELEASED', currency: 'EUR', debtorName: 'Müller & Söhne <Handel>' },
  ...{ debtorAccountId: 'a', debtorAccount: 'DE89370400440532013000', executeOn: '2026-11-30' },
  ...{ transactions: 2, controlSumMinor: 123_456n, createdBy: 'x', createdAt: new Date('2026-11-20T08:00:00.000Z') },
  version: 2,
};
const transfers: readonly Transfer[] = [
  {
    ...{ paymentId: 'p1', endToEndId: 'E1', reference: 'S2026-000001', amountMinor: 123_400n },
    ...{ holderName: '王"小\u0007明', scheme: 'LOCAL', account: '6222021234567890', bankCode: '102100099996' },
  },
  {
    ...{ paymentId: 'p2', endToEndId: 'E2', reference: 'S2026-000002', amountMinor: 56n },
    ...{ holderName: 'Ada', scheme: 'IBAN', account: 'GB82WEST12345698765432' },
  },
];

/** The leaves of a document with their paths. */
function leavesOf(xml: string): [path: string, text: string][] {
  const path: string[] = [];
  const leaves: [string, string][] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    path.push(name);
    text = '';
  });
  parser.on('text', (part) => (text += part));
  parser.on('closetag', () => {
    if (text.trim() !== '') leaves.push([path.join('/'), text]);
    text = '';
    path.pop();
  });
  parser.write(xml).close();
  return leaves;
}

describe('the file for the bank', () => {
  const top = 'Document/CstmrCdtTrfInitn';
  const one = `${top}/PmtInf/CdtTrfTxInf`;

  it('is a customer credit transfer with its control sums and every transfer', () => {
    expect(leavesOf(pain001(batch, transfers))).toEqual([
      [`${top}/GrpHdr/MsgId`, 'R018F'],
      [`${top}/GrpHdr/CreDtTm`, '2026-11-20T08:00:00.000Z'],
      [`${top}/GrpHdr/NbOfTxs`, '2'],
      [`${top}/GrpHdr/CtrlSum`, '1234.56'],
      [`${top}/GrpHdr/InitgPty/Nm`, 'Müller & Söhne <Handel>'],
      [`${top}/PmtInf/PmtInfId`, 'R018F'],
      [`${top}/PmtInf/PmtMtd`, 'TRF'],
      [`${top}/PmtInf/BtchBookg`, 'false'],
      [`${top}/PmtInf/NbOfTxs`, '2'],
      [`${top}/PmtInf/CtrlSum`, '1234.56'],
      [`${top}/PmtInf/ReqdExctnDt/Dt`, '2026-11-30'],
      [`${top}/PmtInf/Dbtr/Nm`, 'Müller & Söhne <Handel>'],
      [`${top}/PmtInf/DbtrAcct/Id/IBAN`, 'DE89370400440532013000'],
      [`${top}/PmtInf/DbtrAcct/Ccy`, 'EUR'],
      [`${top}/PmtInf/DbtrAgt/FinInstnId/Othr/Id`, 'NOTPROVIDED'],
      [`${one}/PmtId/InstrId`, 'E1'],
      [`${one}/PmtId/EndToEndId`, 'E1'],
      [`${one}/Amt/InstdAmt`, '1234.00'],
      [`${one}/CdtrAgt/FinInstnId/ClrSysMmbId/MmbId`, '102100099996'],
      [`${one}/Cdtr/Nm`, '王"小明'],
      [`${one}/CdtrAcct/Id/Othr/Id`, '6222021234567890'],
      [`${one}/RmtInf/Ustrd`, 'S2026-000001'],
      [`${one}/PmtId/InstrId`, 'E2'],
      [`${one}/PmtId/EndToEndId`, 'E2'],
      [`${one}/Amt/InstdAmt`, '0.56'],
      [`${one}/Cdtr/Nm`, 'Ada'],
      [`${one}/CdtrAcct/Id/IBAN`, 'GB82WEST12345698765432'],
      [`${one}/RmtInf/Ustrd`, 'S2026-000002'],
    ]);
  });

  it('is the same to the byte whenever it is written', () => {
    expect(pain001({ ...batch }, [...transfers])).toBe(pain001(batch, transfers));
  });
});
