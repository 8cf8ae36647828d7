import { readdir } from 'node:fs/promises';

/** Who may call a Function: anybody, Twilio alone (signed), or other Functions only. */
export type Visibility = 'public' | 'protected' | 'private';

/**
 * The paths of all Functions in a folder with their visibility, which the file name says: `on-message.protected.js`
 * is `/on-message`. https://www.twilio.com/docs/serverless/functions-assets/visibility
 */
export async function readFunctionVisibility(folder: string): Promise<ReadonlyMap<string, Visibility>> {
  const files = await readdir(folder, { recursive: true });
  return new Map(
    files
      .filter((file) => file.endsWith('.js'))
      .map((file) => {
        const [, path = '', visibility] =
          /^(.*?)(?:\.(protected|private))?\.js$/.exec(file.replaceAll('\\', '/')) ?? [];
        return [`/${path}`, (visibility ?? 'public') as Visibility];
      }),
  );
}
