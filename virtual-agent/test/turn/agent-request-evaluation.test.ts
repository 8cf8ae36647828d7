import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAgentRequests } from '../../evaluation/measure-agent-requests';
import { readLabelledMessages } from '../../evaluation/read-labelled-messages';

const messages = readLabelledMessages();

test('the list holds at least 400 requests and 400 other messages in 15 languages, about half of them held out', () => {
  expect(messages.filter(({ asks }) => asks).length).toBeGreaterThanOrEqual(400);
  expect(messages.filter(({ asks }) => !asks).length).toBeGreaterThanOrEqual(400);
  expect(new Set(messages.map(({ language }) => language)).size).toBe(15);
  const heldOut = messages.filter(({ part }) => part === 'held-out').length / messages.length;
  expect(Math.abs(heldOut - 0.5)).toBeLessThan(0.05);
});

test.each(['tuning', 'held-out'])('requests in the %s half are heard, and hardly anything else is', (half) => {
  const { recall, falseHandoffs } = measureAgentRequests(messages.filter(({ part }) => part === half));
  expect(recall).toBeGreaterThanOrEqual(0.97);
  expect(falseHandoffs).toBeLessThanOrEqual(0.01);
});

test.each(['en', 'fr', 'pl', 'ja', 'zh-CN', 'ar'])(
  'in %s, which players are written to in, hardly a request is missed',
  (language) => {
    const { recall, falseHandoffs } = measureAgentRequests(messages.filter((message) => message.language === language));
    expect(recall).toBeGreaterThanOrEqual(0.97);
    expect(falseHandoffs).toBeLessThanOrEqual(0.01);
  },
);

test.each([
  ['{"text": "agent"}', 'en.jsonl:1 is not'],
  ['not json', 'en.jsonl:1 is not'],
  ['{"text":"agent","asks":true}\n{"text":"agent","asks":false}', 'en.jsonl:2 says the same as en.jsonl:1'],
])('a list with %j is refused by file and line', (content, message) => {
  const folder = mkdtempSync(join(tmpdir(), 'agent-requests-'));
  writeFileSync(join(folder, 'en.jsonl'), `${content}\n`);
  expect(() => readLabelledMessages(folder)).toThrow(message);
});
