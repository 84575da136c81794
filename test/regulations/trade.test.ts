import { expected as retailFranchise7day } from './expected/retail-franchise-7day';
import { expected as jewelleryRetail } from './expected/jewellery-retail';
import { expected as furnitureMaker } from './expected/furniture-maker';
import { expected as gymLevels } from './expected/gym-levels';
import { expected as tobaccoWholesale } from './expected/tobacco-wholesale';
import { expected as consumerAffairs } from './expected/consumer-affairs';
import { expected as customerReception } from './expected/customer-reception';
import { expected as cardEquipmentCs } from './expected/card-equipment-cs';
import { playScenarios } from './scenarios';

// Shops, studios and wholesale.
playScenarios('trade', [
  retailFranchise7day,
  jewelleryRetail,
  furnitureMaker,
  gymLevels,
  tobaccoWholesale,
  consumerAffairs,
  customerReception,
  cardEquipmentCs,
]);
