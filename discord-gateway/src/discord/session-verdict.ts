/** Close codes that say nothing about the session: the network broke, or we closed to resume. */
const neutralCloseCodes = new Set([1006, 4200]);

/**
 * Tells whether the gateway client may forget the session when it wants to. It wants to after every connection that
 * fails on the network too, when the session is still there to be resumed and only forgetting it would lose what
 * players wrote meanwhile. Discord's own verdict comes after its Hello only: op 9, or a close code.
 */
export function createSessionVerdict() {
  let greeted = false;
  let lastClose: { afterHello: boolean; code: number } | undefined;
  return {
    hello() {
      greeted = true;
      lastClose = undefined;
    },
    closed(code: number) {
      lastClose = { afterHello: greeted, code };
      greeted = false;
    },
    /** True when Discord has ended the session. */
    isOver(): boolean {
      if (greeted) return true;
      return lastClose?.afterHello === true && !neutralCloseCodes.has(lastClose.code);
    },
  };
}
