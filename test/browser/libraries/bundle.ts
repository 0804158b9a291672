import { join } from 'node:path';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';

const HERE = import.meta.dirname;

/** A component as people write them; in a file of its own the linter would take it for a script without its markup. */
const COMPONENT = `<script>let { given } = $props();</script>
  <input type="file" onchange={({ currentTarget }) => given(currentTarget.files)} />`;

const svelte: Plugin = {
  name: 'svelte',
  resolveId: (id) => (id.endsWith('.svelte') ? id : null),
  load: (id) =>
    id.endsWith('.svelte') ? compile(COMPONENT, { generate: 'client', filename: id }).js.code : null,
};

/** One script with the real libraries in it; the page's query says which of them starts. Takes a few seconds. */
export async function bundleLibraries(): Promise<string> {
  const built = await build({
    root: HERE,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['browser', 'module', 'import', 'default'] },
    plugins: [svelte],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      reportCompressedSize: false,
      lib: { entry: join(HERE, 'main.js'), formats: ['iife'], name: 'page' },
    },
  });
  const [first] = [built].flat();
  if (!first || !('output' in first)) throw new Error('vite built nothing');
  return first.output[0].code;
}
