/**
 * One page of a list in Twilio's shape. The emulator's lists fit on one page, so there is never a next one:
 * what the product asks for is bounded by a limit.
 */
export function listPage(key: string, url: string, items: readonly unknown[], pageSize = 50) {
  return {
    [key]: items,
    meta: {
      key,
      page: 0,
      page_size: pageSize,
      url,
      first_page_url: url,
      previous_page_url: null,
      next_page_url: null,
    },
  };
}
