/** A product as it is told of that a customer has. */
export interface ProductSold {
  readonly product: string;
  readonly serialNumber?: string;
  readonly batch?: string;
  readonly soldAt?: Date;
  readonly orderNumber?: string;
}

/** The same as it was entered into the customer's file. */
export interface CustomerProductEntry extends ProductSold {
  readonly id: string;
  readonly customerId: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}
