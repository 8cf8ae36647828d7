import { presentAnnouncement } from '../../src/announcements/present-announcement';

const news = { title: 'Patch 2.1', body: 'Faster @everyone', mention: 'none' as const };

test('an announcement is a card that pings nobody, whatever its text says', () => {
  expect(presentAnnouncement(news)).toEqual({
    embeds: [{ title: 'Patch 2.1', description: 'Faster @everyone', color: expect.any(Number) }],
    allowed_mentions: { parse: [] },
  });
});

test('its title leads to its address, and its picture is shown', () => {
  const { embeds } = presentAnnouncement({ ...news, url: 'https://example.com/a', image: 'https://example.com/b.png' });
  expect(embeds).toMatchObject([{ url: 'https://example.com/a', image: { url: 'https://example.com/b.png' } }]);
});

test.each(['here', 'everyone'] as const)('it pings @%s when that is asked for', (mention) => {
  expect(presentAnnouncement({ ...news, mention })).toMatchObject({
    content: `@${mention}`,
    allowed_mentions: { parse: ['everyone'] },
  });
});
