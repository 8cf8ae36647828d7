import { parseMessageAttributes } from '../src';

const messageId = '1234567890123456789';

describe('attributes of a message', () => {
  it('are read when they are ours', () => {
    const attributes = { origin: 'player', discord: { messageId, customId: 'request-agent' } };
    expect(parseMessageAttributes(JSON.stringify(attributes))).toEqual(attributes);
  });

  it('of a notice were not in Discord unless they say so', () => {
    expect(parseMessageAttributes('{"origin":"notice","key":"joined:1"}')).toEqual({
      origin: 'notice',
      key: 'joined:1',
      alreadyInDiscord: false,
    });
  });

  it.each([
    [undefined],
    [null],
    [''],
    ['not json'],
    ['null'],
    ['[]'],
    ['{"origin":"somebody"}'],
    ['{"origin":"player","discord":{"messageId":"12; drop table"}}'],
    ['{"origin":"virtual-agent","answers":-1,"part":0}'],
  ])('that are not ours are nothing, never an error: %j', (json) => {
    expect(parseMessageAttributes(json)).toBeUndefined();
  });
});
