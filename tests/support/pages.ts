import settings from '../../vite.config.ts';

/** What to build where one page stands in the place of each that the settings name. @param page  path of its HTML. */
export function inPlaceOfEach(page: string): Record<string, string> {
  const { input = {} } = settings.build?.rolldownOptions ?? {};
  return Object.fromEntries(Object.keys(input).map((name) => [name, page]));
}
