import { createHash } from 'node:crypto';
import { type Compiled, compileModel } from '../engine/compile.ts';
import { kernelSource } from '../engine/kernel.ts';
import type { Unplaced } from '../engine/layout.ts';
import type { DescribedMeta, ModelMeta } from '../engine/meta.ts';
import type { Model } from '../engine/types.ts';
import { unitTable } from '../engine/units.ts';

/** The model does not compile. The message lists every mistake with its record. */
export class ModelError extends Error {
  override name = 'ModelError';
}

/**
 * Compiles the model and writes the modules that run, show and explain it.
 * @returns source texts by file name.
 * @throws ModelError with every mistake.
 */
export function modelModules(model: Model): {
  readonly compiled: Compiled;
  /** Every unit word a file may use, so that reading needs no mathjs. */
  readonly units: ReturnType<typeof unitTable>;
  readonly modules: Readonly<Record<string, string>>;
} {
  const { problems, compiled } = compileModel(model, (text) => createHash('sha256').update(text).digest('hex'));
  if (compiled === null) {
    const lines = problems.map(({ record, part, message }) => `  ${record} (${part}): ${message}`);
    throw new ModelError(
      `${problems.length} ${problems.length === 1 ? 'mistake' : 'mistakes'} in the model\n${lines.join('\n')}`,
    );
  }
  const { meta, docs, plan } = compiled;
  const units = unitTable(model.baseUnits, [...new Set(meta.records.map((record) => record.unit))].sort());
  return {
    compiled,
    units,
    modules: {
      'kernel.ts': kernelSource(plan, 'ts'),
      'meta.ts': dataModule(
        "import { withPlaces } from '../engine/layout.ts';\nimport type { ModelMeta } from '../engine/meta.ts';",
        'meta',
        'ModelMeta',
        unplaced(withoutWords(meta)),
        'withPlaces',
      ),
      'docs.ts': dataModule(
        "import type { RecordDocs } from '../engine/meta.ts';",
        'docs',
        'Readonly<Record<string, RecordDocs>>',
        docs,
      ),
      // Long words stay out of the page's first load.
      'described.ts': dataModule(
        "import type { DescribedMeta } from '../engine/meta.ts';",
        'described',
        "Pick<DescribedMeta, 'sectors' | 'sets' | 'presets'>",
        { sectors: meta.sectors, sets: meta.sets, presets: meta.presets },
      ),
      'units.ts': dataModule(
        '',
        'unitTable',
        'Readonly<Record<string, { readonly factor: number; readonly dimension: string }>>',
        units,
      ),
    },
  };
}

function withoutWords({ sectors, sets, presets, ...rest }: DescribedMeta): ModelMeta {
  const bare = <T extends { says: string }>({ says: _, ...one }: T) => one;
  return { ...rest, sectors: sectors.map(bare), sets: sets.map(bare), presets: presets.map(bare) };
}

/** Without what follows from the order of the records: the page loads it with the first chart. */
function unplaced({ records, ...rest }: ModelMeta): Unplaced {
  return { ...rest, records: records.map(({ slot: _, size: __, ...record }) => record) };
}

/**
 * A module that exports plain data. A JSON text loads faster than the same as code, and takes the type checker no time.
 * @param made  the function that makes what is exported of the data, if it is not the data themselves.
 */
export function dataModule(imports: string, name: string, type: string, data: unknown, made = ''): string {
  const text = JSON.stringify(data)
    .replace(/\\/g, '\\\\')
    .replace(/'/g, "\\'")
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  const head = imports === '' ? '' : `${imports}\n\n`;
  const value = made === '' ? `JSON.parse('${text}')` : `${made}(JSON.parse('${text}'))`;
  return `// Written by the build. Changes here are lost.\n${head}export const ${name}: ${type} = ${value};\n`;
}
