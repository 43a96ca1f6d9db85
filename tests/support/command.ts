import { spawnSync } from 'node:child_process';

export interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** Runs a program to its end and tells what it said; npm and npx too, which are scripts on Windows. */
export function command(program: string, args: readonly string[], folder: string, input = ''): Outcome {
  const { FORCE_COLOR: _, ...environment } = process.env;
  const { stdout, stderr, status, error } = spawnSync(program, args, {
    cwd: folder,
    input,
    encoding: 'utf8',
    // A whole run as JSON is larger than the usual megabyte.
    maxBuffer: 64e6,
    env: { ...environment, NO_COLOR: '1' },
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  return { out: stdout, err: stderr, code: status };
}
