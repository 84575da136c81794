export { analyticsRefusalTexts } from './analytics-refusal-texts';
export { categoryReferences } from './category.reference';
export { ComplaintCategory } from './metrics.gql';
export { MetricsResolver } from './metrics.resolver';
