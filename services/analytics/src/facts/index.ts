export { consumptions } from './producers.consumer';
