import { seededRandom } from '../figures/seeded-random';

const PRODUCTS = ['Kettle', 'Washing machine', 'Phone', 'Blender', 'Desk lamp', '电饭煲', '空气净化器', '自行车'];
const CHANNELS = ['WEB_FORM', 'PHONE', 'EMAIL'];
const NAMES = ['陈美丽', '王芳', '李雷', 'Maria Santos', 'John Smith', '韩梅梅'];
const WORDS =
  '水壶漏水 屏幕有划痕 送货迟到 客服没有回复 噪音很大 the seam leaks after two weeks of use nobody answered my letter I ask for my money back'.split(
    ' ',
  );

/** Inputs of `registerComplaint`, each with a new customer; the same ones in every run. */
export function complaintInputs(seed: number, count: number): object[] {
  const random = seededRandom(seed);
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
  return Array.from({ length: count }, (_, index) => ({
    channel: pick(CHANNELS),
    categoryCode: 'product-quality',
    product: pick(PRODUCTS),
    region: 'Shanghai',
    text: Array.from({ length: 24 }, () => pick(WORDS)).join(' '),
    customer: {
      details: {
        name: pick(NAMES),
        email: `customer-${seed}-${index}@example.org`,
        phone: `+86 21 ${5_000_000 + index}`,
      },
    },
  }));
}

/** Rows of `importComplaints` in the shape of the importer's CFPB mapping: closed history with a nameless customer. */
export function importRows(seed: number, count: number): object[] {
  const random = seededRandom(seed);
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
  const start = Date.UTC(2018, 0, 1);
  return Array.from({ length: count }, (_, index) => {
    const receivedAt = start + Math.floor(random() * 700) * 86_400_000;
    return {
      externalId: `${seed}-${index}`,
      receivedAt: new Date(receivedAt).toISOString(),
      channel: pick(CHANNELS),
      category: pick(['Mortgage', 'Debt collection', 'Credit card', 'Student loan']),
      product: pick(PRODUCTS),
      region: pick(['CA', 'NY', 'TX', 'FL']),
      history: {
        firstReplyAt: new Date(receivedAt + 3 * 86_400_000).toISOString(),
        closedAt: new Date(receivedAt + 9 * 86_400_000).toISOString(),
        outcome: 'Closed with explanation',
        timely: random() > 0.03,
        disputed: random() < 0.2,
      },
    };
  });
}
