/** Every word of the dialog with the command line and the program that give the same numbers. Loaded with it. */
export const reproductionWords = {
  title: 'The same numbers elsewhere',
  says: 'Both print these numbers with every digit, as JSON. They need the package ai-buildout; in a clone of it, npx stands before the command, and the program is saved in its folder.',
  of: 'Numbers of',
  all: { one: 'all that the run gives', several: 'what sums the scenarios up' },
  command: 'Command line',
  typescript: 'TypeScript',
  files: 'To be saved first, where the command runs',
  saveFile: (name: string) => `Save ${name}`,
  copy: 'Copy',
  copyThe: (what: string) => `Copy: ${what}`,
  copied: 'Copied.',
  notCopied: 'This browser does not let the page copy. Select the text instead.',
  busy: 'Writing it down ...',
  none: 'The calculation was ended before it could say.',
};
