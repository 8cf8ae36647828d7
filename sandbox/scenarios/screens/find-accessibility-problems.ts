import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Findings in Flex's own elements, which no plugin can mend: rule, element, and what Flex does there. */
const notOurs: readonly { rule: string; selector: string; why: string }[] = [
  {
    rule: 'aria-required-parent',
    selector: '.Twilio-MessageListItem',
    why: 'Flex marks each message as a list item and has no list around them.',
  },
  {
    rule: 'nested-interactive',
    selector: '.Twilio-TaskListBaseItem, .Twilio-TabHeader',
    why: 'Flex puts buttons into task cards and tabs that are buttons themselves.',
  },
  {
    rule: 'label-content-name-mismatch',
    selector: '.Twilio-TaskListBaseItem, [data-testid="activity-dropdown-button"]',
    why: 'Flex composes these names itself: "chat task with status pending from ...", "Menu to change activity ...".',
  },
  {
    rule: 'color-contrast',
    selector: '.Twilio-TaskListBaseItem *, .MuiButton-label > .Twilio',
    why: 'Colours of Flex: the second line of a selected task card (4.2:1), a task button while it changes.',
  },
  {
    rule: 'button-name',
    selector: '[data-testid="task-actions-menu-toggle-button"], [data-testid^="task-actions-menu"]',
    why: 'Flex gives the menu beside "End chat" no name. It is there when agents may leave a chat.',
  },
  {
    rule: 'aria-progressbar-name',
    selector: '.Twilio-Progress',
    why: 'The ring that Flex shows while it loads has no name.',
  },
];

/** Serious and critical findings of axe-core on a page and in its frames, in one line each. */
export async function findAccessibilityProblems(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) found.push(...(await problemsOf(frame)));
  return found;
}

async function problemsOf(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  return frame.evaluate(async (excluded) => {
    // A colour that is still fading in is not the one that people read; what turns for ever is not waited for.
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.race([
      Promise.all(ending.map(({ finished }) => finished.catch(() => undefined))),
      new Promise((resolve) => setTimeout(resolve, 2_000)),
    ]);
    const { axe: checker } = window as unknown as { axe: { run(context: object): Promise<AxeResults> } };
    // Frames are looked at one by one.
    const exclude = document.querySelector('iframe') ? ['iframe'] : [];
    const { violations } = await checker.run({ include: ['html'], exclude });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes
          .filter(({ target, html }) => {
            // What was there for a moment, as a ring while something loads, may be gone by now.
            const asFound = document.createElement('template');
            asFound.innerHTML = html;
            const element = document.querySelector(target.join(' ')) ?? asFound.content.firstElementChild;
            return !excluded.some(({ rule, selector }) => rule === id && element?.matches(selector));
          })
          .map(({ target, html, failureSummary }) =>
            `${id} at ${target.join(' ')}: ${html.slice(0, 200)} ${failureSummary}`.replace(/\s+/g, ' '),
          ),
      );
  }, notOurs);
}
