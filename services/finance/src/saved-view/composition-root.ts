import type { Capability } from '../capability';
import { savedViewsInMysql } from './adapters/saved-view.repository-mysql';
import { DeleteSettlementViewResolver } from './delete-view/delete-settlement-view.resolver';
import { RenameSettlementViewResolver } from './rename-view/rename-settlement-view.resolver';
import { SaveSettlementViewResolver } from './save-view/save-settlement-view.resolver';
import { SavedViewLoader } from './view-views/saved-view.reference';
import { SavedViewsResolver } from './view-views/saved-views.resolver';

/** Views of settlements that people keep. */
export const SAVED_VIEW: Capability = {
  resolvers: [
    SavedViewsResolver,
    SaveSettlementViewResolver,
    RenameSettlementViewResolver,
    DeleteSettlementViewResolver,
  ],
  compose({ stores: { database, clock } }) {
    const views = savedViewsInMysql;
    const loader = new SavedViewLoader(database, views);
    const dependencies = { database, clock, views };
    return {
      instances: [
        new SavedViewsResolver(loader),
        new SaveSettlementViewResolver(dependencies, loader),
        new RenameSettlementViewResolver(dependencies, loader),
        new DeleteSettlementViewResolver(dependencies),
      ],
    };
  },
};
