import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Modules of Node that Flex UI's packages import, and what stands in for them in a browser. */
const nodeModules = {
  events: require.resolve('events/'),
  buffer: require.resolve('buffer/'),
  path: require.resolve('path-browserify'),
  // crypto-js looks for Node's crypto and falls back to the browser's when it finds nothing.
  crypto: join(__dirname, 'no-module.ts'),
};

/**
 * Bundles the real `@twilio/flex-ui` from npm into a page, about 31 MB, for this machine only: its licence allows
 * use together with Twilio Flex, so the bundle is never committed or published.
 */
export async function buildFlexDesktop(outputDirectory: string): Promise<void> {
  await mkdir(outputDirectory, { recursive: true });
  await build({
    entryPoints: { 'twilio-flex': join(__dirname, 'flex-entry.ts') },
    outdir: outputDirectory,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    mainFields: ['browser', 'module', 'main'],
    conditions: ['browser'],
    alias: nodeModules,
    inject: [join(__dirname, 'node-globals.ts')],
    loader: { '.css': 'empty' },
    logLevel: 'error',
  });
  await build({
    entryPoints: {
      'redirect-twilio': join(__dirname, 'redirect-twilio.ts'),
      start: join(__dirname, 'start.ts'),
    },
    outdir: outputDirectory,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2020',
    logLevel: 'error',
  });
  await cp(join(__dirname, 'index.html'), join(outputDirectory, 'index.html'));
}
