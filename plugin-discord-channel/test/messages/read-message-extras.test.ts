import {
  answerAttributes,
  deliveryFailure,
  playerMessageAttributes,
  virtualAgentAuthor,
} from '@discord-channel/contracts';
import { readMessageExtras } from '../../src/messages/read-message-extras';

const article = {
  title: 'Reset your password',
  url: 'https://help.example/reset',
  category: 'Account',
  excerpt: 'Open the page.',
};
const answer = (presentation: object) =>
  answerAttributes.parse({
    origin: 'virtual-agent',
    answers: 0,
    part: 0,
    presentation: { text: 'Hi', ...presentation },
  });

const ofAgent = (presentation: object) =>
  readMessageExtras({ author: virtualAgentAuthor, attributes: { presentation: { text: 'Hi', ...presentation } } });

describe('readMessageExtras', () => {
  it('reads text, article and buttons of the virtual agent', () => {
    const buttons = [
      { id: 'show-article:1', label: 'Reset' },
      { id: 'request-agent', label: 'Agent' },
    ];
    const extras = readMessageExtras({ author: virtualAgentAuthor, attributes: answer({ article, buttons }) });
    expect(extras?.presentation).toEqual({ text: 'Hi', article, options: ['Reset', 'Agent'] });
  });

  it('believes a presentation only of the virtual agent', () => {
    const attributes = answer({ article, buttons: [{ id: 'x', label: 'Reset' }] });
    expect(readMessageExtras({ author: 'discord_300000000000000001', attributes })).toBeUndefined();
  });

  it('leaves a message of the virtual agent without a presentation to Flex', () => {
    const attributes = answerAttributes.parse({ origin: 'virtual-agent', answers: 0, part: 0 });
    expect(readMessageExtras({ author: virtualAgentAuthor, attributes })).toBeUndefined();
  });

  it('tells a press from a written message', () => {
    const discord = { messageId: '123456789012345678' };
    const pressed = playerMessageAttributes.parse({ origin: 'player', discord: { ...discord, customId: 'x' } });
    const written = playerMessageAttributes.parse({ origin: 'player', discord });
    expect(readMessageExtras({ author: 'discord_1', attributes: pressed })?.pressed).toBe(true);
    expect(readMessageExtras({ author: 'discord_1', attributes: written })).toBeUndefined();
  });

  it('says why a message was not delivered, whatever else its attributes hold', () => {
    const failure = deliveryFailure.parse({ delivery: { state: 'failed', reason: 'DMs are closed.' } });
    expect(readMessageExtras({ author: 'kim', attributes: { theirs: 1, ...failure } })?.failure).toBe(
      'DMs are closed.',
    );
  });

  it.each([['javascript:alert(1)'], [' data:text/html,x'], ['//help.example'], [5]])('makes no link of %j', (url) => {
    expect(ofAgent({ article: { ...article, url } })?.presentation?.article).toEqual({ ...article, url: undefined });
  });

  it('keeps of the buttons what is text, once', () => {
    const buttons = [{ label: 5 }, null, 'x', { label: 'Good' }, { label: 'Good' }];
    expect(ofAgent({ buttons })?.presentation?.options).toEqual(['Good']);
  });

  it('draws no more than Discord could show', () => {
    const buttons = Array.from({ length: 10_000 }, (_, index) => ({ label: `Choice ${index}` }));
    expect(ofAgent({ buttons })?.presentation?.options).toHaveLength(25);
    expect(ofAgent({ text: 'x'.repeat(50_000) })?.presentation?.text).toHaveLength(2_000);
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [5],
    [[]],
    [{}],
    [{ presentation: null, delivery: 'failed', discord: 7 }],
    [{ presentation: { text: 7, buttons: [{ label: 'Good' }] } }],
  ])('shows nothing for the attributes %j', (attributes) => {
    expect(readMessageExtras({ author: virtualAgentAuthor, attributes })).toBeUndefined();
  });
});
