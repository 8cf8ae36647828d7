import { decodeButtonAction, encodeButtonAction, presentation } from '../src';

describe('a button', () => {
  it.each([
    [{ kind: 'show-article', articleId: 'reset-password' }, 'show-article:reset-password'],
    [{ kind: 'show-article', articleId: 'a:b' }, 'show-article:a:b'],
    [{ kind: 'request-agent' }, 'request-agent'],
    [{ kind: 'helped', articleId: 'a' }, 'helped:a'],
    [{ kind: 'something-else', articleId: 'a' }, 'something-else:a'],
  ] as const)('comes back as what it was: %j', (action, id) => {
    expect(encodeButtonAction(action)).toBe(id);
    expect(decodeButtonAction(id)).toEqual(action);
  });

  it.each(['', 'show-article', 'show-article:', `show-article:${'x'.repeat(61)}`, 'delete-everything', '__proto__:x'])(
    'with an id that is not ours means nothing: %j',
    (id) => {
      expect(decodeButtonAction(id)).toBeUndefined();
    },
  );
});

describe('a presentation', () => {
  it('has no buttons unless it says so', () => {
    expect(presentation.parse({ text: 'hello' })).toEqual({ text: 'hello', buttons: [] });
  });

  it.each([
    [{ text: '' }],
    [{ text: 'x'.repeat(2_001) }],
    [{ text: 'hello', buttons: [{ id: 'x'.repeat(101), label: 'a' }] }],
    [{ text: 'hello', article: { title: 't', url: 'not a url', category: null, excerpt: '' } }],
  ])('that a channel could not draw is refused: %j', (value) => {
    expect(presentation.safeParse(value).success).toBe(false);
  });
});
