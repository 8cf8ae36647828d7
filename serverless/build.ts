import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const source = join(__dirname, 'src/functions');
const target = join(__dirname, 'dist');

/** What a Function may have in bytes: https://www.twilio.com/docs/serverless/api/resource/function-version */
const largest = 1_000_000;

/**
 * Messages of zod in other languages than English, which nobody reads, were 40% of a bundle. `z` is imported as a whole,
 * so that nothing of it is left out by itself.
 */
const zodInEnglish: Plugin = {
  name: 'zod-in-english',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.c?js$/ }, () => ({
      contents: `export { default as en } from './en.js';`,
    }));
  },
};

/**
 * Bundles each Function into one file under `dist/functions`, laid out for `twilio serverless:deploy`. Twilio installs
 * only packages of the registry, so everything of this repository is in the bundle; the Twilio client is not, since
 * the runtime has it and loads it only when asked.
 * @returns the size of each bundle in bytes, by its path.
 */
export async function buildFunctions(): Promise<Record<string, number>> {
  await rm(target, { recursive: true, force: true });
  // The runtime wants the folder, though nothing is served from it.
  await mkdir(join(target, 'assets'), { recursive: true });
  const files = await readdir(source, { recursive: true });
  const { metafile } = await build({
    entryPoints: files.filter((file) => file.endsWith('.ts')).map((file) => join(source, file)),
    outdir: join(target, 'functions'),
    outbase: source,
    absWorkingDir: __dirname,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    // Names stay, so that stack traces can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    // Escaped, an Arabic letter takes six bytes instead of two.
    charset: 'utf8',
    plugins: [zodInEnglish],
    metafile: true,
    external: ['twilio', 'twilio/*', '@twilio/runtime-handler', 'pg-native'],
    logLevel: 'warning',
  });
  const tooLarge = Object.entries(metafile.outputs).find(([, { bytes }]) => bytes > largest);
  if (tooLarge) {
    const [path, { bytes }] = tooLarge;
    throw new Error(`${path} has ${bytes} bytes, and Twilio takes ${largest} at most. Import less in it.`);
  }
  return Object.fromEntries(Object.entries(metafile.outputs).map(([path, { bytes }]) => [path, bytes]));
}

if (require.main === module) {
  buildFunctions().then(
    (sizes) => process.stdout.write(`${JSON.stringify(sizes, null, 2)}\n`),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
}
