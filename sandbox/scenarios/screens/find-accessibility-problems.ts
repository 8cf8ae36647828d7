import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Parts of Flex's own that have findings of theirs: which, and why they are not for us to mend. */
const notOurs: readonly { selector: string; why: string }[] = [];

/** Serious and critical findings of axe-core on a page and in its frames, in one line each. */
export async function findAccessibilityProblems(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(axe);
    const violations = await frame.evaluate(
      async (excluded) => {
        // A colour that is still fading in is not the one that people read; what turns for ever is not waited for.
        const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
        await Promise.race([
          Promise.all(ending.map(({ finished }) => finished.catch(() => undefined))),
          new Promise((resolve) => setTimeout(resolve, 2_000)),
        ]);
        const { axe: checker } = window as unknown as { axe: { run(context: object): Promise<AxeResults> } };
        // Frames are looked at one by one.
        const exclude = [...excluded, 'iframe'].filter((selector) => document.querySelector(selector));
        return (await checker.run({ include: ['html'], exclude })).violations;
      },
      notOurs.map(({ selector }) => selector),
    );
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      for (const { target, html, failureSummary } of nodes) {
        found.push(`${id} at ${target.join(' ')}: ${html.slice(0, 200)} ${failureSummary?.replace(/\s+/g, ' ')}`);
      }
    }
  }
  return found;
}
