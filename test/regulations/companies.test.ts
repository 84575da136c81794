import { expected as company24h3wd7wd } from './expected/company-24h-3wd-7wd';
import { expected as company24h48h72h } from './expected/company-24h-48h-72h';
import { expected as company15wd } from './expected/company-15wd';
import { expected as company24hConfirm } from './expected/company-24h-confirm';
import { expected as market3wd } from './expected/market-3wd';
import { expected as omnichannel72h } from './expected/omnichannel-72h';
import { expected as companySevenStep } from './expected/company-seven-step';
import { expected as companyCaseNumberFollowup } from './expected/company-case-number-followup';
import { playScenarios } from './scenarios';

// Companies whose texts count hours and days.
playScenarios('companies', [
  company24h3wd7wd,
  company24h48h72h,
  company15wd,
  company24hConfirm,
  market3wd,
  omnichannel72h,
  companySevenStep,
  companyCaseNumberFollowup,
]);
