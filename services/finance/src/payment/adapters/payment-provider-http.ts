import { isCurrency } from '@redress/kernel';
import type { PaymentProvider } from '../model/payment-provider.client';
import type { Payment, ProviderAnswer } from '../model/payment.model';

export interface PaymentProviderOptions {
  readonly url: string;
  readonly name: string;
  /** A provider that has not answered by then may or may not have paid. */
  readonly timeoutMs: number;
}

const REASON = /^[A-Z][A-Z0-9_]{0,59}$/;
const MINOR_UNITS = /^[0-9]{1,18}$/;

/** The provider behind an HTTP interface that takes an idempotency key and tells, by key, what it did. */
export function paymentProviderOverHttp({ url, name, timeoutMs }: PaymentProviderOptions): PaymentProvider {
  const ask = async (path: string, init: RequestInit, key: string): Promise<ProviderAnswer> => {
    try {
      const response = await fetch(new URL(path, url), {
        ...init,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const body: unknown = await response.json();
      return readAnswer(response.status, body, key);
    } catch (error) {
      return { kind: 'UNKNOWN', reason: reasonOf(error) };
    }
  };

  return {
    name,
    pay: ({ idempotencyKey, reference, beneficiary, amount }: Payment) =>
      ask(
        '/payments',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
          body: JSON.stringify({
            reference,
            beneficiary,
            amountMinor: amount.amountMinor.toString(),
            currency: amount.currency,
          }),
        },
        idempotencyKey,
      ),
    query: ({ idempotencyKey }: Payment) =>
      ask(`/payments/by-key/${encodeURIComponent(idempotencyKey)}`, { method: 'GET' }, idempotencyKey),
  };
}

/** Takes for evidence only what is a well-formed statement of the provider about this very key. */
export function readAnswer(status: number, body: unknown, key: string): ProviderAnswer {
  const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (said['key'] !== key) return { kind: 'UNKNOWN', reason: `PROVIDER_ANSWERED_${status}` };
  if (status === 404 && said['error'] === 'PAYMENT_NOT_FOUND') return { kind: 'ABSENT' };
  if (status !== 200 && status !== 201) return { kind: 'UNKNOWN', reason: `PROVIDER_ANSWERED_${status}` };
  const { status: outcome, id, amountMinor, currency, reason } = said;
  if (outcome === 'DECLINED') {
    return { kind: 'DECLINED', reason: typeof reason === 'string' && REASON.test(reason) ? reason : 'DECLINED' };
  }
  if (outcome === 'SUCCEEDED' && isReference(id) && isMinorUnits(amountMinor) && isKnownCurrency(currency)) {
    return { kind: 'PAID', providerReference: id, amount: { amountMinor: BigInt(amountMinor), currency } };
  }
  return { kind: 'UNKNOWN', reason: 'PROVIDER_ANSWER_NOT_UNDERSTOOD' };
}

function reasonOf(error: unknown): string {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  if (name === 'TimeoutError') return 'PROVIDER_DID_NOT_ANSWER';
  if (name === 'SyntaxError') return 'PROVIDER_ANSWER_NOT_UNDERSTOOD';
  return 'PROVIDER_UNREACHABLE';
}

const isReference = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= 128;
const isMinorUnits = (value: unknown): value is string => typeof value === 'string' && MINOR_UNITS.test(value);
const isKnownCurrency = (value: unknown): value is string => typeof value === 'string' && isCurrency(value);
