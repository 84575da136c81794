import { createTransport } from 'nodemailer';
import type { CarrierAnswer, LetterCarrier } from '../model/letter-carrier.client';

/** How the mail server is reached. */
export interface SmtpSettings {
  /** `smtps://user:password@host`, or `smtp://…?requireTLS=true` for STARTTLS. */
  readonly url: string;
  /** Address that letters come from, with or without a name. */
  readonly from: string;
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
}

const TIMEOUT_MS = 30_000;

/** Letters by SMTP. Marked as automatic, so that nobody's answering machine answers them (RFC 3834). */
export function smtpCarrier({ url, from }: SmtpSettings): LetterCarrier {
  const transport = createTransport(
    {
      ...transportOptions(url),
      pool: true,
      maxConnections: 4,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from, headers: { 'Auto-Submitted': 'auto-generated' } },
  );
  return {
    medium: 'EMAIL',
    async send(_tenantId, { to, subject, text, messageId, threadId }) {
      try {
        // The parts of an address are given apart, so that nothing in it can become a second addressee.
        await transport.sendMail({ to: { name: '', address: to }, subject, text, messageId, references: threadId });
        return { taken: true };
      } catch (error) {
        return refusalOf(error as SmtpError);
      }
    },
    close: () => {
      transport.close();
      return Promise.resolve();
    },
  };
}

/** A server's final word on this message; whatever is wrong with the connection or the account may be put right. */
function refusalOf({ code, responseCode }: SmtpError): CarrierAnswer {
  const permanent = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500;
  return { taken: false, error: `SMTP_${responseCode ?? code ?? 'UNKNOWN'}`, permanent };
}

function transportOptions(address: string) {
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: url.searchParams.get('requireTLS') === 'true',
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
  };
}
