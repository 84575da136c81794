export { logChange } from './change-log.projection';
export { ChangesResolver } from './changes.resolver';
