export { textOfPages } from './text-of-pdf';
