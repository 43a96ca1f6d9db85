import { suite } from 'uvu';
import { is } from 'uvu/assert';
import { rememberedTheme } from '../../web/model/theme.ts';

const test = suite('model-theme');

const memory = (items: Record<string, string>) => ({ getItem: (key: string) => items[key] ?? null });
const work = (theme: string) => `7 tab\n${JSON.stringify({ format: 1, view: { theme } })}`;

test('the simulator’s colours hold until others are chosen on this page', () => {
  is(rememberedTheme(memory({ 'buildout/work': work('dark') })), 'dark');
  is(rememberedTheme(memory({ 'buildout/work': work('dark'), 'buildout/model-theme': 'light' })), 'light');
});

test('nothing remembered, nonsense or a closed memory leave it to the system', () => {
  is(rememberedTheme(memory({})), 'auto');
  is(rememberedTheme(memory({ 'buildout/work': 'not ours' })), 'auto');
  is(rememberedTheme(memory({ 'buildout/work': work('plaid') })), 'auto');
  is(rememberedTheme(memory({ 'buildout/model-theme': '<b>' })), 'auto');
  is(rememberedTheme(undefined), 'auto');
  const closed = {
    getItem(): string | null {
      throw new Error('SecurityError');
    },
  };
  is(rememberedTheme(closed), 'auto');
});

test.run();
