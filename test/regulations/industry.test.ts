import { expected as manufacturerYymmcc } from './expected/manufacturer-yymmcc';
import { expected as manufacturerYymmccB } from './expected/manufacturer-yymmcc-b';
import { expected as manufacturer8d } from './expected/manufacturer-8d';
import { expected as medicalDeviceService } from './expected/medical-device-service';
import { expected as issueManagement } from './expected/issue-management';
import { expected as b2bAccountServiceEssay } from './expected/b2b-account-service-essay';
import { playScenarios } from './scenarios';

// Factories, and those who sell to companies.
playScenarios('industry', [
  manufacturerYymmcc,
  manufacturerYymmccB,
  manufacturer8d,
  medicalDeviceService,
  issueManagement,
  b2bAccountServiceEssay,
]);
