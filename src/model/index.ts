import type { Model } from '../engine/types.ts';
import { chips } from './chips.ts';
import { commissioning } from './commissioning.ts';
import { context } from './context.ts';
import { cost } from './cost.ts';
import { energy } from './energy.ts';
import { fabs } from './fabs.ts';
import { funding } from './funding.ts';
import { halls } from './halls.ts';
import { jobs } from './jobs.ts';
import { power } from './power.ts';
import { returns } from './returns.ts';
import { presets, sets } from './sets.ts';
import { time } from './time.ts';

/** The whole subject: from an announcement to spending, megawatts, accelerators, electricity, chips, jobs and money back. */
export const model: Model = {
  id: 'buildout',
  title: 'Buildout',
  version: '1.0.0',
  baseUnits: [
    'USD',
    'CNY',
    'job',
    'accelerator',
    'H100e',
    'die',
    'wafer',
    'fab',
    'FLOP',
    'WIT',
    'gCO2',
    'tCO2 = 1000 kgCO2',
  ],
  sets,
  presets,
  sectors: [funding, cost, power, halls, chips, commissioning, energy, fabs, jobs, returns, context, time],
};
