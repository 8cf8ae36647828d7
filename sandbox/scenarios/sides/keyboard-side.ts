import type { Locator, Page } from 'playwright-core';

/** More than any of our pages has to pass. */
const mostSteps = 150;

/** Somebody who uses a page by keyboard alone: goes from one thing to the next, and sees where the focus is. */
export class KeyboardSide {
  constructor(private readonly page: Page) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Types into whatever has the focus. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /**
   * Goes on with Tab until `target`, or something in it, has the focus.
   * @throws Error when it is never reached, or when nothing shows that it has the focus.
   */
  async reaches(target: Locator): Promise<void> {
    await target.waitFor();
    for (let steps = 0; steps < mostSteps; steps += 1) {
      if (await hasFocus(target)) {
        if (!(await this.showsFocus())) throw new Error(`Nothing shows the focus on ${target}`);
        return;
      }
      await this.press('Tab');
    }
    throw new Error(`The keyboard never reaches ${target}`);
  }

  /** Whether what has the focus looks unlike it does without: outline, shadow, border, ground. */
  private showsFocus(): Promise<boolean> {
    return this.page.evaluate(async () => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement)) return false;
      const look = () =>
        // Paste draws the ring of some controls on what stands around or beside them.
        [focused, focused.parentElement, focused.parentElement?.parentElement, focused.nextElementSibling]
          .filter((element): element is Element => element instanceof Element)
          .flatMap((element) =>
            [undefined, '::before', '::after'].map((part) => {
              const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(element, part);
              return [outline, boxShadow, borderColor, backgroundColor].join();
            }),
          )
          .join();
      const settled = () => new Promise((resolve) => setTimeout(resolve, 250));
      await settled();
      const withFocus = look();
      focused.blur();
      await settled();
      const without = look();
      focused.focus();
      return withFocus !== without;
    });
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate(
    (element) => element.contains(document.activeElement) && document.activeElement !== document.body,
  );
}
