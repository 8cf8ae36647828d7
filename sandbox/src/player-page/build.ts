import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the player's page into a folder: `index.html`, `player.js` and `player.css`, to be served at `/player/`.
 * @throws Error when the page does not compile.
 */
export async function buildPlayerPage(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await build({
    entryPoints: { player: join(__dirname, 'main.tsx') },
    outdir: outDir,
    bundle: true,
    minify: true,
    sourcemap: true,
    target: 'es2022',
    jsx: 'transform',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  await copyFile(join(__dirname, 'index.html'), join(outDir, 'index.html'));
}
