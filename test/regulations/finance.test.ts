import { expected as insurerConsultation } from './expected/insurer-consultation';
import { expected as bankBranch } from './expected/bank-branch';
import { expected as insuranceRegulator } from './expected/insurance-regulator';
import { expected as lawFirm } from './expected/law-firm';
import { expected as healthCentre } from './expected/health-centre';
import { playScenarios } from './scenarios';

// Insurers, banks, lawyers, health.
playScenarios('finance', [insurerConsultation, bankBranch, insuranceRegulator, lawFirm, healthCentre]);
