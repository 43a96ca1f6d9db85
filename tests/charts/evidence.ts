import { claims, observations, sources } from '../../src/generated/seeds.ts';
import type { Evidence } from '../../web/charts/evidence.ts';

/** The real claims and observations: that they fit the shape charts want is part of what is tested. */
export const EVIDENCE: Evidence = { claims, observations, sources };
