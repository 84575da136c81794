export { logChange } from './change-log.projection';
