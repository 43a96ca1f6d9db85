import type { Preset, SetDefinition } from '../engine/types.ts';

/** What records may run over. Sized sets take their items from a scenario. */
export const sets: readonly SetDefinition[] = [
  {
    id: 'commitments',
    title: 'Commitments',
    says: 'Announced sums, each with its own schedule.',
    most: 12,
  },
  {
    id: 'sites',
    title: 'Sites',
    says: 'Places that are built. What the named sites leave of the programme goes to a site called elsewhere.',
    most: 12,
  },
  {
    id: 'funders',
    title: 'Named funders',
    says: 'Those who were said to bring money to a commitment, each with the amount named.',
    most: 12,
  },
  {
    id: 'generations',
    title: 'Chip generations',
    says: 'Successive accelerators. Their distance in time is an assumption, so the later ones have numbers and not names.',
    most: 8,
    items: [
      { id: 'blackwell', title: 'Blackwell' },
      { id: 'rubin', title: 'Rubin' },
      { id: 'generation_3', title: 'Third generation' },
      { id: 'generation_4', title: 'Fourth generation' },
      { id: 'generation_5', title: 'Fifth generation' },
      { id: 'generation_6', title: 'Sixth generation' },
      { id: 'generation_7', title: 'Seventh generation' },
      { id: 'generation_8', title: 'Eighth generation' },
    ],
  },
  {
    id: 'plants',
    title: 'Kinds of chip plant',
    says: 'An accelerator needs logic dies, memory and packaging; the scarcest of the three sets the output.',
    most: 3,
    items: [
      { id: 'logic', title: 'Logic' },
      { id: 'memory', title: 'High-bandwidth memory' },
      { id: 'packaging', title: 'Advanced packaging' },
    ],
  },
  {
    id: 'job_kinds',
    title: 'Kinds of job',
    says: 'Direct jobs by what they do, and the two kinds that follow from them.',
    most: 5,
    items: [
      { id: 'construction', title: 'Construction' },
      { id: 'operations', title: 'Data-centre operations' },
      { id: 'fabs', title: 'Chip plants' },
      { id: 'indirect', title: 'Indirect (suppliers)' },
      { id: 'induced', title: 'Induced (wages spent)' },
    ],
  },
];

/** Grid regions a site may be in; their figures stand with the inputs they are defaults of. */
export const presets: readonly Preset[] = [
  {
    id: 'ercot',
    title: 'Texas (ERCOT)',
    of: 'sites',
    says: 'Most of Texas, a grid of its own. Abilene and Shackelford County are here.',
  },
  {
    id: 'pjm',
    title: 'Mid-Atlantic and Ohio (PJM)',
    of: 'sites',
    says: 'From New Jersey to Chicago, Northern Virginia included. Lordstown is here.',
  },
  {
    id: 'miso',
    title: 'Midwest (MISO)',
    of: 'sites',
    says: 'From Michigan and Wisconsin to Louisiana. Saline Township and Port Washington are here.',
  },
  {
    id: 'west',
    title: 'Western grid',
    of: 'sites',
    says: 'The interconnection west of the Rockies. Doña Ana County in New Mexico is here.',
  },
  { id: 'us', title: 'United States average', of: 'sites', says: 'A site that is not yet named.' },
];
