import { expected as companySixStep } from './expected/company-six-step';
import { expected as companyPenaltyTemplate } from './expected/company-penalty-template';
import { expected as companyCaseLibrary } from './expected/company-case-library';
import { expected as companyFiveAspects } from './expected/company-five-aspects';
import { expected as companyMultiChannelTemplate } from './expected/company-multi-channel-template';
import { expected as genericProcessEssayA } from './expected/generic-process-essay-a';
import { expected as genericProcessEssayB } from './expected/generic-process-essay-b';
import { expected as enquiryAndComplaint } from './expected/enquiry-and-complaint';
import { expected as csDetailedRules } from './expected/cs-detailed-rules';
import { expected as csGeneralProvisions } from './expected/cs-general-provisions';
import { expected as grievanceTechniques } from './expected/grievance-techniques';
import { expected as companyStub } from './expected/company-stub';
import { playScenarios } from './scenarios';

// Texts that say who and in which order rather than by when.
playScenarios('principles', [
  companySixStep,
  companyPenaltyTemplate,
  companyCaseLibrary,
  companyFiveAspects,
  companyMultiChannelTemplate,
  genericProcessEssayA,
  genericProcessEssayB,
  enquiryAndComplaint,
  csDetailedRules,
  csGeneralProvisions,
  grievanceTechniques,
  companyStub,
]);
