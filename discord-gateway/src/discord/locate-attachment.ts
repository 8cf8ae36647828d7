/**
 * Discord's hosts for files. https://docs.discord.com/developers/reference#signed-attachment-cdn-urls
 * Both serve the same paths.
 */
const fileHosts = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/**
 * Where a file of a message is fetched: an address that a message names counts only if it is one of Discord's own for
 * attachments, over TLS, without credentials or a port. Undefined for any other.
 * @param cdnUrl what to ask instead of Discord's hosts, without a trailing slash
 */
export function locateAttachment(address: string, cdnUrl: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isOurs =
    url.protocol === 'https:' &&
    fileHosts.has(url.hostname) &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    url.pathname.startsWith('/attachments/');
  return isOurs ? new URL(`${cdnUrl}${url.pathname}${url.search}`) : undefined;
}
