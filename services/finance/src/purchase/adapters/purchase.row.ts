import { WHOLE_ORDER, type Purchase, type PurchaseCharge } from '../model/purchase.model';

export function purchaseRow(purchase: Purchase, contentHash: Buffer) {
  const { id, orderNumber, customerExternalRef, placedAt, currency, department, exchangeRate } = purchase;
  return {
    id,
    order_number: orderNumber,
    customer_external_ref: customerExternalRef ?? null,
    placed_at: placedAt,
    currency,
    content_hash: contentHash,
    registered_at: purchase.registeredAt,
    registered_by: purchase.registeredBy,
    version: 1,
    department: department ?? null,
    base_currency: exchangeRate?.baseCurrency ?? null,
    base_rate: exchangeRate?.rate ?? null,
    rate_id: exchangeRate?.rateId ?? null,
    rate_on: exchangeRate?.on ?? null,
    payments_complete: purchase.paymentsComplete ?? false,
  };
}

export function lineRows({ id, lines }: Purchase) {
  return lines.map(({ id: lineId, lineNumber, description, quantity, paid, ...line }) => ({
    id: lineId,
    purchase_id: id,
    line_number: lineNumber,
    description,
    quantity,
    paid_minor: paid.amountMinor,
    currency: paid.currency,
    product: line.product ?? null,
    department: line.department ?? null,
    unit_price: line.unitPrice ?? null,
    discount_minor: line.discount?.amountMinor ?? null,
  }));
}

export function chargeRows({ id, lines, charges }: Purchase) {
  const row = (lineNumber: number, { id: chargeId, kind, code, rate, paid }: PurchaseCharge) => ({
    id: chargeId,
    purchase_id: id,
    line_number: lineNumber,
    kind,
    code,
    rate: rate ?? null,
    paid_minor: paid.amountMinor,
    currency: paid.currency,
  });
  return [
    ...lines.flatMap((line) => (line.charges ?? []).map((charge) => row(line.lineNumber, charge))),
    ...(charges ?? []).map((charge) => row(WHOLE_ORDER, charge)),
  ];
}

export function paymentRows({ id, payments }: Purchase) {
  return payments.map(({ id: paymentId, provider, reference, amount }) => ({
    id: paymentId,
    purchase_id: id,
    provider,
    reference,
    amount_minor: amount.amountMinor,
    currency: amount.currency,
  }));
}
