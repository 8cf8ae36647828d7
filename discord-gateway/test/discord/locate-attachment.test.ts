import { locateAttachment } from '../../src/discord/locate-attachment';

const cdn = 'https://cdn.discordapp.com';
const path = '/attachments/400000000000000001/600000000000000001/my%20cat.png?ex=1&is=2&hm=3';

test.each(['cdn.discordapp.com', 'media.discordapp.net'])('a file on %s is fetched with its signature', (host) => {
  expect(locateAttachment(`https://${host}${path}`, cdn)?.href).toBe(`${cdn}${path}`);
});

test('behind a proxy it is fetched there', () => {
  const address = locateAttachment(`${cdn}${path}`, 'http://proxy.example:8080/discord/cdn');
  expect(address?.href).toBe(`http://proxy.example:8080/discord/cdn${path}`);
});

test.each([
  ['of another host', `https://cdn.discordapp.com.evil.example${path}`],
  ['of this network', `https://169.254.169.254${path}`],
  ['without TLS', `http://cdn.discordapp.com${path}`],
  ['with another port', `https://cdn.discordapp.com:8443${path}`],
  ['with credentials', `https://cdn.discordapp.com@evil.example${path}`],
  ['with credentials for the right host', `https://a:b@cdn.discordapp.com${path}`],
  ['of something else on the host', 'https://cdn.discordapp.com/avatars/1/2.png'],
  ['that leads out of the files', 'https://cdn.discordapp.com/attachments/../avatars/1/2.png'],
  ['of a file on this machine', 'file:///attachments/etc/passwd'],
  ['that is none', 'not an address'],
])('an address %s is none of Discord’s files', (_, address) => {
  expect(locateAttachment(address, cdn)).toBeUndefined();
});
