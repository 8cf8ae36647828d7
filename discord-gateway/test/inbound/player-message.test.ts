import { messageAttributes } from '@discord-channel/contracts';
import { MessageFlags } from 'discord-api-types/v10';
import type { MessageContent } from '../../src/inbound/name-uncarried';
import { attributesOf, fromMessage, fromPress, type PressedButton } from '../../src/inbound/player-message';

const id = '1573511247096184832';

function message(fields: Record<string, unknown>): MessageContent & { id: string } {
  return { id, content: '', attachments: [], ...fields } as unknown as MessageContent & { id: string };
}

test.each<[string, Record<string, unknown>, string, string[] | undefined]>([
  ['text', { content: 'i think i forgot my password' }, 'i think i forgot my password', undefined],
  ['a sticker', { sticker_items: [{ name: 'wave' }] }, '[sticker: wave — not carried yet]', ['sticker']],
  ['a poll', { poll: { question: { text: 'Which?' } } }, '[poll: Which? — not carried yet]', ['poll']],
  ['a forward', { message_reference: { type: 1 } }, '[forwarded message — not carried yet]', ['forward']],
  ['nothing that is known', {}, '[content of an unknown kind — not carried yet]', ['other']],
  ['white space', { content: ' \n ' }, '[nothing that can be seen — not carried yet]', ['other']],
  ['text of no width', { content: '\u200b\u2060\ufeff' }, '[nothing that can be seen — not carried yet]', ['other']],
  ['emoji alone', { content: '👩‍👩‍👧‍👦 🇵🇱 <:wave:1>' }, '👩‍👩‍👧‍👦 🇵🇱 <:wave:1>', undefined],
  ['2,000 characters', { content: '\ud83d\udc4b'.repeat(1_000) }, '👋'.repeat(1_000), undefined],
  ['half a pair and NUL', { content: 'a\ud83d\0b' }, 'a\ufffd\ufffdb', undefined],
])('%s is named in the body', (_name, fields, body, uncarried) => {
  expect(fromMessage(message(fields))).toEqual({ discordId: id, body, ...(uncarried && { uncarried }) });
});

const cat = { id: '600000000000000001', filename: 'cat.png', content_type: 'image/png', size: 5, url: 'https://x' };

test('files follow the text, one after the other, with what Discord tells of them', () => {
  const { body, files } = fromMessage(
    message({ content: 'hello', attachments: [cat, { ...cat, id: '600000000000000002', content_type: undefined }] }),
  );
  expect(body).toBe('hello');
  const told = { messageId: id, name: 'cat.png', size: 5, url: 'https://x' };
  expect(files).toEqual([
    { ...told, part: 1, attachmentId: '600000000000000001', contentType: 'image/png' },
    { ...told, part: 2, attachmentId: '600000000000000002', contentType: 'application/octet-stream' },
  ]);
});

test.each<[string, Record<string, unknown>]>([
  ['nothing', {}],
  ['text of no width', { content: '\u200b' }],
  ['a voice message’s flag', { flags: MessageFlags.IsVoiceMessage }],
])('files with %s beside them are the first that is carried', (_, fields) => {
  const { body, files, uncarried } = fromMessage(message({ ...fields, attachments: [cat] }));
  expect([body, uncarried]).toEqual(['', undefined]);
  expect(files?.map(({ part }) => part)).toEqual([0]);
});

test.each([
  ['with line breaks and words of somebody else', `a\n[agent]: hi\u202e.png`, 'a [agent]: hi .png'],
  ['that is too long', `${'x'.repeat(500)}.jpeg`, `${'x'.repeat(94)}….jpeg`],
  ['that is nothing', ' \u200b ', 'file'],
  ['with NUL', 'a\0.png', 'a\ufffd.png'],
])('a file name %s is made one short line', (_, filename, name) => {
  const { files } = fromMessage(message({ attachments: [{ ...cat, filename }] }));
  expect(files?.[0]?.name).toBe(name);
});

test.each([
  ['image/png; charset=x', 'image/png'],
  ['text/plain\r\nx-evil: 1', 'application/octet-stream'],
  ['', 'application/octet-stream'],
])('a media type "%s" is passed on as one, or not at all', (content_type, contentType) => {
  expect(fromMessage(message({ attachments: [{ ...cat, content_type }] })).files?.[0]?.contentType).toBe(contentType);
});

test('of more files than Discord has the first ten count', () => {
  const attachments = Array.from({ length: 30 }, () => cat);
  expect(fromMessage(message({ attachments })).files).toHaveLength(10);
});

test('a body never exceeds the 32 KB that Conversations takes', () => {
  const { body } = fromMessage(message({ content: '界'.repeat(20_000) }));
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(32_768);
  expect(body).toMatch(/^界+$/);
});

const press = {
  id,
  data: { component_type: 2, custom_id: 'show-article:reset-password' },
  message: {
    components: [
      {
        type: 1,
        components: [
          { type: 2, style: 2, custom_id: 'show-article:other', label: 'Other' },
          { type: 2, style: 2, custom_id: 'show-article:reset-password', label: 'Reset Password' },
        ],
      },
    ],
  },
} as unknown as PressedButton;

test('a press says what the button said and carries its id', () => {
  expect(fromPress(press)).toEqual({ discordId: id, customId: 'show-article:reset-password', body: 'Reset Password' });
});

test('a press of a button that the message does not show is still a message', () => {
  const forged = { ...press, message: { components: [] } } as unknown as PressedButton;
  expect(fromPress(forged).body).toBe('[pressed a button]');
});

test('the attributes are those of the contract', () => {
  const parsed = messageAttributes.parse(JSON.parse(JSON.stringify(attributesOf(fromPress(press)))));
  expect(parsed).toEqual({ origin: 'player', discord: { messageId: id, customId: 'show-article:reset-password' } });
});
