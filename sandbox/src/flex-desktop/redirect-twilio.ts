// Loaded before Flex UI: every request of the page to a Twilio host goes to this origin's emulator instead, as
// `/__twilio/<host>/<path>`. Flex UI itself is unmodified and believes that it talks to Twilio. Hosts of third
// parties that Flex reports to (analytics, telemetry) go the same way, so that nothing leaves the machine.

const redirected =
  /^(https?|wss?):\/\/([^/?#:]*(?:twilio\.com|twiliocdn\.com|ytica\.com|segment\.(?:io|com)|datadoghq[^/?#:]*))(?::\d+)?(\/.*)?$/is;

/** The emulator's address for a Twilio URL; undefined for any other URL. */
function emulated(url: unknown): string | undefined {
  const match = redirected.exec(String(url));
  if (!match) return undefined;
  const [, protocol = '', host = '', path = '/'] = match;
  const scheme = protocol.startsWith('ws') ? 'ws' : 'http';
  return `${scheme}://${location.host}/__twilio/${host}${path}`;
}

const originalFetch = window.fetch;
window.fetch = (input: RequestInfo | URL, init?: RequestInit) => {
  const url = emulated(input instanceof Request ? input.url : input);
  if (!url) return originalFetch(input, init);
  return originalFetch(input instanceof Request ? new Request(url, input) : url, init);
};

const originalOpen = XMLHttpRequest.prototype.open as (...parameters: unknown[]) => void;
XMLHttpRequest.prototype.open = function open(
  this: XMLHttpRequest,
  method: string,
  url: string | URL,
  ...rest: unknown[]
) {
  originalOpen.call(this, method, emulated(url) ?? url, ...rest);
};

window.WebSocket = new Proxy(window.WebSocket, {
  construct: (target, [url, protocols]) => new target(emulated(url) ?? url, protocols),
});

const originalBeacon = navigator.sendBeacon.bind(navigator);
navigator.sendBeacon = (url, data) => originalBeacon(emulated(url) ?? url, data);

const originalWindowOpen = window.open.bind(window);
window.open = (url, ...rest) => originalWindowOpen(url && (emulated(url) ?? url), ...rest);

redirectProperty(HTMLScriptElement.prototype, 'src');
redirectProperty(HTMLImageElement.prototype, 'src');
redirectProperty(HTMLLinkElement.prototype, 'href');

function redirectProperty(prototype: object, name: string): void {
  const property = Object.getOwnPropertyDescriptor(prototype, name);
  if (!property?.set) return;
  const { set } = property;
  Object.defineProperty(prototype, name, {
    ...property,
    set(value: unknown) {
      set.call(this, emulated(value) ?? value);
    },
  });
}
