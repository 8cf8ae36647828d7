import { en } from '../../src/strings/en';
import { text } from '../../src/strings/text';

describe('text', () => {
  it('fills in every value', () => {
    expect(text('note.counter', { count: 12, limit: '5,000' })).toBe('12 of 5,000 characters');
  });

  it('leaves braces in a value alone', () => {
    expect(text('message.not-delivered', { reason: '{reason} {{task}} $& $1' })).toBe(
      'Not delivered: {reason} {{task}} $& $1',
    );
  });

  it('keeps a placeholder that got no value, so that its absence is seen', () => {
    expect(text('case.number')).toBe('Case #{number}');
    expect(text('case.number', { toString: 'x' })).toBe('Case #{number}');
  });

  it('has words behind every key', () => {
    expect(Object.values(en).every((words) => words.trim() !== '')).toBe(true);
  });
});
