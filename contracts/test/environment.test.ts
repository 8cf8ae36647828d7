import { z } from 'zod';
import { EnvironmentError, readEnvironment } from '../src';

const schema = z.object({
  API_TOKEN: z.string().min(8).describe('The token. Console, "Tokens".'),
  PORT: z.coerce.number().int().default(8080).describe('The port.'),
});

function problemsOf(environment: Record<string, string>): string {
  try {
    readEnvironment(schema, environment);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as EnvironmentError).message;
  }
  throw new Error('nothing was wrong with it');
}

describe('the environment', () => {
  it('is read into types, with defaults', () => {
    expect(readEnvironment(schema, { API_TOKEN: 'long-enough', OTHER: 'x' })).toEqual({
      API_TOKEN: 'long-enough',
      PORT: 8080,
    });
  });

  it('names a variable that is missing and where to get it', () => {
    expect(problemsOf({})).toContain('API_TOKEN is missing. The token. Console, "Tokens".');
  });

  it('takes an empty variable for a missing one', () => {
    expect(problemsOf({ API_TOKEN: '' })).toContain('API_TOKEN is missing');
  });

  it('names every problem at once', () => {
    const problems = problemsOf({ API_TOKEN: 'short', PORT: 'many' });
    expect(problems).toContain('API_TOKEN is not valid');
    expect(problems).toContain('PORT is not valid');
  });

  it('never says the value: it may be a secret', () => {
    expect(problemsOf({ API_TOKEN: 'secret7' })).not.toContain('secret7');
  });
});
