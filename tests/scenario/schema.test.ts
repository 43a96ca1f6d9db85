import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { meta as realMeta } from '../../src/generated/meta.ts';
import { unitTable } from '../../src/generated/units.ts';
import { hasGeneral, namesOf } from '../../src/scenario/names.ts';
import { scenarioJsonSchema } from '../../src/scenario/schema.ts';
import { meta, units } from './fixture.ts';

interface Node {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly $defs?: Readonly<Record<string, Node>>;
}

const at = (schema: Node, ...path: string[]): Node | undefined =>
  path.reduce<Node | undefined>((node, step) => (step === '*' ? node?.items : node?.properties?.[step]), schema);

test('the JSON Schema has every lever of the model by name, with its title', () => {
  for (const { model, table } of [
    { model: meta, table: units },
    { model: realMeta, table: unitTable },
  ]) {
    const schema = scenarioJsonSchema(model, table) as Node;
    const names = namesOf(model);
    for (const set of ['commitments', 'sites']) {
      for (const [field, record] of names.fields.get(set) ?? [])
        assert.is(at(schema, set, '*', field)?.title, record.title, `${set}.${field}`);
    }
    for (const record of names.inputs.filter(hasGeneral))
      assert.is(at(schema, 'assumptions', record.id)?.title, record.title);
  }
});

test('it says what a quantity is once, and what is allowed where', () => {
  const schema = scenarioJsonSchema(meta, units) as Node;
  assert.is(at(schema, 'commitments', '*', 'total')?.$ref, '#/$defs/quantity');
  assert.ok(schema.$defs?.quantity);
  assert.is(at(schema, 'commitments', '*', 'total')?.description, 'In billion USD. Default: 500 billion USD.');
  assert.is(
    at(schema, 'commitments', '*', 'profile')?.description,
    'One of even, front_loaded, s_curve. Default: even.',
  );
  assert.equal(at(schema, 'sites', '*', 'region')?.enum, ['ercot', 'pjm']);
  assert.equal(at(schema, 'sites', '*')?.required, ['id']);
  assert.is(schema.additionalProperties, false);
  assert.equal(schema.required, ['format']);
  assert.ok(at(schema, 'assumptions', 'rubin.chip_power'));
  assert.ok(at(schema, 'assumptions', 'ercot.electricity_price'));
});

test.run();
