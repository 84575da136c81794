import { formatAmount } from '@redress/kernel';
import { isIban, type AccountNumber } from './account-number.model';
import type { Transfer, TransferBatch } from './transfer-batch.model';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
type Node = readonly [name: string, content: string | readonly Node[], attributes?: string];

/**
 * The file for the bank: ISO 20022 customer credit transfer, pain.001.001.09. Made from what is stored and nothing else,
 * so that it is the same to the byte whenever it is written. Each transfer is to be booked by itself, because statements
 * are reconciled line by line.
 */
export function pain001(batch: TransferBatch, transfers: readonly Transfer[]): string {
  const totals: Node[] = [
    ['NbOfTxs', String(batch.transactions)],
    ['CtrlSum', formatAmount({ amountMinor: batch.controlSumMinor, currency: batch.currency })],
  ];
  const debtor: AccountNumber = {
    scheme: isIban(batch.debtorAccount) ? 'IBAN' : 'LOCAL',
    account: batch.debtorAccount,
  };
  const header: Node = [
    'GrpHdr',
    [
      ['MsgId', batch.messageId],
      ['CreDtTm', batch.createdAt.toISOString()],
      ...totals,
      ['InitgPty', [['Nm', batch.debtorName]]],
    ],
  ];
  const payment: Node = [
    'PmtInf',
    [
      ['PmtInfId', batch.messageId],
      ['PmtMtd', 'TRF'],
      ['BtchBookg', 'false'],
      ...totals,
      ['ReqdExctnDt', [['Dt', batch.executeOn]]],
      ['Dbtr', [['Nm', batch.debtorName]]],
      ['DbtrAcct', [accountId(debtor), ['Ccy', batch.currency]]],
      ['DbtrAgt', [['FinInstnId', [['Othr', [['Id', 'NOTPROVIDED']]]]]]],
      ...transfers.map((transfer) => transferNode(transfer, batch.currency)),
    ],
  ];
  const root: Node = [
    'Document',
    [['CstmrCdtTrfInitn', [header, payment]]],
    ' xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"',
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`;
}

function transferNode(transfer: Transfer, currency: string): Node {
  const { endToEndId, amountMinor, bankCode, holderName, reference } = transfer;
  return [
    'CdtTrfTxInf',
    [
      [
        'PmtId',
        [
          ['InstrId', endToEndId],
          ['EndToEndId', endToEndId],
        ],
      ],
      ['Amt', [['InstdAmt', formatAmount({ amountMinor, currency }), ` Ccy="${currency}"`]]],
      ...(bankCode === undefined
        ? []
        : [['CdtrAgt', [['FinInstnId', [['ClrSysMmbId', [['MmbId', bankCode]]]]]]] satisfies Node]),
      ['Cdtr', [['Nm', holderName]]],
      ['CdtrAcct', [accountId(transfer)]],
      ['RmtInf', [['Ustrd', reference]]],
    ],
  ];
}

function accountId({ scheme, account }: AccountNumber): Node {
  return ['Id', [scheme === 'IBAN' ? ['IBAN', account] : ['Othr', [['Id', account]]]]];
}

function written([name, content, attributes = '']: Node, indent: string): string {
  const inside =
    typeof content === 'string'
      ? [...content]
          .filter(isWritable)
          .join('')
          .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
      : `\n${content.map((node) => written(node, `${indent}  `)).join('')}${indent}`;
  return `${indent}<${name}${attributes}>${inside}</${name}>\n`;
}

/** XML 1.0 has no place for control characters, not even as references. */
function isWritable(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return code >= 0x20 && code !== 0xfffe && code !== 0xffff;
}
