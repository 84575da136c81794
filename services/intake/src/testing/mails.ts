import { newId } from '@redress/kernel';

/** The parts of an e-mail that tests care about. */
export interface MailParts {
  readonly from?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly messageId?: string;
  readonly headers?: readonly string[];
  readonly type?: string;
}

const PLAIN = 'It broke after two days. I want my money back.';
const ASCII = /^[\t\r\n -~]*$/;

/** An e-mail as it lies in a mailbox; the test server counts characters, so that all of it is ASCII. */
export function aMail({ from, subject, body = PLAIN, messageId, headers = [], type }: MailParts = {}): string {
  const plain = ASCII.test(body);
  return [
    `Message-ID: <${messageId ?? newId()}@mail.example>`,
    `From: ${from ?? '=?utf-8?B?546L6Iqz?= <wang@example.cn>'}`,
    'To: complaints@acme.example',
    'Date: Fri, 20 Nov 2026 09:30:00 +0800',
    `Subject: ${subject ?? 'The rice cooker'}`,
    'MIME-Version: 1.0',
    ...headers,
    `Content-Type: ${type ?? 'text/plain; charset=utf-8'}`,
    ...(plain ? [] : ['Content-Transfer-Encoding: base64']),
    '',
    plain ? body : Buffer.from(body).toString('base64'),
    '',
  ].join('\n');
}

/** The parts of a message with several, in one body. */
export function multipart(kind: string, ...parts: readonly string[]): { type: string; body: string } {
  const boundary = 'part-of-a-test';
  return {
    type: `multipart/${kind}; boundary="${boundary}"`,
    body: [...parts.map((part) => `--${boundary}\n${part}`), `--${boundary}--`].join('\n'),
  };
}
