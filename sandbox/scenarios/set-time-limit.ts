// A scenario goes through real processes and a real browser; each thing it waits for has a limit of its own.
jest.setTimeout(120_000);
