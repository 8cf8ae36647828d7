import { parseMessageAttributes } from '@discord-channel/contracts';
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import React from 'react';
import type { NamedTask } from '../../src/case-panel/case-task';
import { createComposer } from '../../src/knowledge-panel/composer';
import { KnowledgeTab } from '../../src/knowledge-panel/knowledge-tab';
import { conversationSid, FlexDouble } from './flex-double';
import { KnowledgeServer, sampleArticle } from './knowledge-server';

const task: NamedTask = {
  taskSid: `WT${'2'.repeat(32)}`,
  attributes: { channelType: 'discord', conversationSid },
};

function open(shown: NamedTask = task, flex = new FlexDouble()) {
  const server = new KnowledgeServer();
  const { unmount } = render(
    <CustomizationProvider>
      <KnowledgeTab
        task={shown}
        knowledge={server}
        composer={createComposer({ actions: flex.actions, store: flex, wait: flex.settles })}
        store={flex}
      />
    </CustomizationProvider>,
  );
  return { server, flex, unmount };
}

/** Lets timers run and answers arrive. */
const pass = (milliseconds: number) =>
  act(async () => {
    jest.advanceTimersByTime(milliseconds);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  });
const says = (flex: FlexDouble, ...message: Parameters<FlexDouble['says']>) => act(() => flex.says(...message));
const sidOf = (number: number) => `IM${String(number).padStart(32, '0')}`;
const titles = () =>
  screen.queryAllByTestId('suggestion').map((one) => one.querySelector('a')?.firstChild?.textContent);
const statusText = () => screen.getAllByRole('status')[0]?.textContent;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('suggestions', () => {
  it('come for each message of the customer as it arrives, and of nobody else', async () => {
    const { server, flex } = open();
    expect(statusText()).toMatch(/Suggestions come with the customer’s first message/);
    says(flex, 'i forgot my password');
    expect(statusText()).toBe('Looking for articles…');
    await pass(1_000);
    expect(statusText()).toBe('1 article');
    expect(screen.getByTestId('suggestion').textContent).toContain('Account');
    says(flex, 'I will help you.', { author: 'kim_40example_2Ecom' });
    says(flex, 'Hi!', { author: 'Virtual assistant' });
    says(flex, 'Talk to an agent', { attributes: { discord: { customId: 'request-agent' } } });
    await pass(1_000);
    expect(server.asked).toEqual([{ conversationSid, messageSid: sidOf(1), text: 'i forgot my password' }]);
    says(flex, 'and where is my refund?');
    await pass(1_000);
    expect(server.asked.at(-1)).toMatchObject({ conversationSid, text: 'and where is my refund?' });
    expect(screen.getByText(/“and where is my refund\?”/)).toBeTruthy();
  });

  it('are for the question before, when the customer only asks for a person or thanks', async () => {
    const { server, flex } = open();
    server.noQuestions = ['a human please', 'thanks'];
    says(flex, 'i forgot my password');
    says(flex, 'a human please');
    await pass(500);
    expect(server.asked.map(({ messageSid }) => messageSid)).toEqual([sidOf(2), sidOf(1)]);
    expect(screen.getByText(/“i forgot my password”/)).toBeTruthy();
    expect(statusText()).toBe('1 article');
  });

  it('are none when the customer has asked nothing yet', async () => {
    const { server, flex } = open();
    server.noQuestions = ['hello', 'a human please'];
    says(flex, 'hello');
    says(flex, 'a human please');
    await pass(500);
    expect(statusText()).toMatch(/No article has to do with it/);
    expect(screen.getByText(/“a human please”/)).toBeTruthy();
  });

  it('are asked for once when messages come fast and the store changes all the time', async () => {
    const { server, flex } = open();
    for (const words of ['i', 'forgot', 'my password']) {
      says(flex, words);
      await pass(100);
      for (let times = 0; times < 50; times += 1) act(() => flex.tell());
    }
    await pass(1_000);
    expect(server.asked.map(({ text }) => text)).toEqual(['my password']);
  });

  it('for an older message never replace those for a newer one', async () => {
    const { server, flex } = open();
    server.hold();
    server.next({
      kind: 'articles',
      isQuestion: true,
      articles: [sampleArticle({ id: 'old', title: { text: 'Old', marks: [] } })],
    });
    says(flex, 'old question');
    await pass(500);
    says(flex, 'new question');
    await pass(500);
    server.release();
    await pass(0);
    expect(titles()).toEqual([]);
    server.release();
    await pass(0);
    expect(screen.getByTestId('suggestion').textContent).toContain('Reset Password');
  });

  it('come for a customer of another channel, by the address that the task has', async () => {
    const { server, flex } = open({ ...task, attributes: { channelType: 'sms', conversationSid, from: '+15550100' } });
    says(flex, 'where is my order', { author: '+15550100' });
    await pass(500);
    expect(server.asked).toHaveLength(1);
  });

  it('mark the words that match, and nothing becomes markup', async () => {
    const { server, flex } = open();
    const hostile = '<img src=x onerror=alert(1)> password';
    server.articles = [sampleArticle({ passage: { text: hostile, marks: [[29, 37]] } })];
    says(flex, 'password');
    await pass(500);
    const marks = [...document.querySelectorAll('mark')].map(({ textContent }) => textContent);
    expect(marks).toEqual(['Password', 'password']);
    expect(screen.getByTestId('suggestion').textContent).toContain(hostile);
    expect(document.querySelector('img')).toBeNull();
  });

  it('show the whole text whatever the marks are', async () => {
    const { server, flex } = open();
    const marks: [number, number][] = [
      [4, 2],
      [0, 5],
      [3, 8],
      [90, 95],
    ];
    server.articles = [sampleArticle({ passage: { text: 'Refund in five days', marks } })];
    says(flex, 'refund');
    await pass(500);
    expect(screen.getByTestId('suggestion').textContent).toContain('Refund in five days');
  });

  it('link no article that is not on the web', async () => {
    const { server, flex } = open();
    server.articles = [sampleArticle({ url: 'javascript:alert(1)' })];
    says(flex, 'password');
    await pass(500);
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('say that no article fits, and why none could be looked for, and are tried again', async () => {
    const { server, flex } = open();
    server.articles = [];
    says(flex, 'qqqq');
    await pass(500);
    expect(statusText()).toMatch(/No article has to do with it/);
    server.next({ kind: 'refused', code: 'unavailable', message: 'Articles cannot be reached.' });
    says(flex, 'wwww');
    await pass(500);
    expect(statusText()).toBe('Articles could not be looked for');
    expect(screen.getByText('Articles cannot be reached.')).toBeTruthy();
    server.articles = [sampleArticle()];
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass(500);
    expect(statusText()).toBe('1 article');
  });

  it('are given up with the tab', async () => {
    const { server, flex, unmount } = open();
    says(flex, 'password');
    unmount();
    await pass(1_000);
    expect(server.asked).toEqual([]);
  });
});

describe('the search by hand', () => {
  it('finds what the agent types, by keyboard, and leads back to the suggestions', async () => {
    const { server, flex } = open();
    says(flex, 'i forgot my password');
    await pass(500);
    userEvent.tab();
    userEvent.keyboard('パスワード{enter}');
    await pass(0);
    expect(server.asked.at(-1)).toEqual({ conversationSid, messageSid: null, text: 'パスワード' });
    expect(screen.getByText('Found for “パスワード”')).toBeTruthy();
    says(flex, 'hello?');
    await pass(1_000);
    expect(server.asked.at(-1)?.text).toBe('パスワード');
    fireEvent.click(screen.getByRole('button', { name: 'Back to suggestions' }));
    await pass(500);
    expect(server.asked.at(-1)?.text).toBe('hello?');
  });

  it('works for a task without a conversation, which takes no draft', async () => {
    const { server } = open({ taskSid: task.taskSid, attributes: {} });
    userEvent.tab();
    userEvent.keyboard('refund{enter}');
    await pass(0);
    expect(server.asked).toEqual([{ conversationSid: null, messageSid: null, text: 'refund' }]);
    expect(screen.queryByRole('button', { name: /into your answer/ })).toBeNull();
  });
});

describe('a draft', () => {
  const add = async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Put “Reset Password” into your answer' }));
    await pass(0);
  };
  const draft = 'Reset Password\nChoose Forgot password?\nhttps://help.example/reset-password';

  it('is put into the input field with title, beginning and address, and nothing is sent', async () => {
    const { flex } = open();
    says(flex, 'password');
    await pass(500);
    await add();
    expect(flex.invoked).toEqual([
      {
        name: 'SetInputText',
        payload: { conversationSid, body: draft, selectionStart: draft.length, selectionEnd: draft.length },
      },
    ]);
    expect(screen.getByText('It is in your answer. Nothing was sent yet.')).toBeTruthy();
  });

  it('goes behind what the agent has written already', async () => {
    const { flex } = open();
    flex.inputText = 'Please look here: ';
    says(flex, 'password');
    await pass(500);
    await add();
    expect(flex.inputText).toBe(`Please look here:\n${draft}`);
  });

  it('keeps what the agent typed at the very last, which Flex’s store does not have yet', async () => {
    const { flex } = open();
    says(flex, 'password');
    await pass(500);
    flex.types('Please look here:');
    await add();
    expect(flex.inputText).toBe(`Please look here:\n${draft}`);
  });

  it('that Flex does not take is told', async () => {
    const { flex } = open();
    flex.actions.invokeAction = async () => Promise.reject(new Error('conversation not defined'));
    says(flex, 'password');
    await pass(500);
    await add();
    expect(screen.getByText(/could not be put into your answer/)).toBeTruthy();
  });
});

describe('an article that is sent', () => {
  const send = async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Send article “Reset Password”' }));
    await pass(0);
  };
  const { body, presentation } = sampleArticle().card;
  const sent = {
    name: 'SendMessage',
    payload: { conversationSid, body, messageAttributes: { origin: 'agent', presentation } },
  };

  it('goes as a message of its own, with its card as the relay draws it', async () => {
    const { flex } = open();
    says(flex, 'password');
    await pass(500);
    await send();
    expect(flex.invoked).toEqual([sent]);
    expect(parseMessageAttributes(JSON.stringify(sent.payload.messageAttributes))).toMatchObject({ origin: 'agent' });
    expect(screen.getByText('The article was sent.')).toBeTruthy();
  });

  it('leaves what the agent is writing as it is', async () => {
    const { flex } = open();
    flex.types('Half a sentence');
    says(flex, 'password');
    await pass(500);
    await send();
    expect(flex.inputText).toBe('Half a sentence');
  });

  it('is sent once when it is pressed twice', async () => {
    const { flex } = open();
    says(flex, 'password');
    await pass(500);
    const button = screen.getByRole('button', { name: 'Send article “Reset Password”' });
    fireEvent.click(button);
    fireEvent.click(button);
    await pass(0);
    expect(flex.invoked).toEqual([sent]);
  });

  it('but did not get through is told, and does not stay in the input field', async () => {
    const { flex } = open();
    flex.isOffline = true;
    says(flex, 'password');
    await pass(500);
    await send();
    expect(screen.getByText(/The article was not sent/)).toBeTruthy();
    expect(flex.inputText).toBe('');
  });
});

describe('what is said of an article', () => {
  const button = () => screen.getByRole('button', { name: '“Reset Password” is not helpful here' });
  const press = async () => {
    fireEvent.click(button());
    await pass(0);
  };

  it('is kept for the message that it was suggested for, once, and taken back by the same button', async () => {
    const { server, flex } = open();
    says(flex, 'password');
    await pass(500);
    fireEvent.click(button());
    await press();
    const said = { conversationSid, messageSid: sidOf(1), text: 'password', articleId: 'reset-password' };
    expect(server.rated).toEqual([{ ...said, notHelpful: true }]);
    expect(button().getAttribute('aria-pressed')).toBe('true');
    await press();
    expect(server.rated.at(-1)).toEqual({ ...said, notHelpful: false });
    expect(button().getAttribute('aria-pressed')).toBe('false');
  });

  it('is shown again when the article is', async () => {
    const { server, flex } = open();
    server.articles = [sampleArticle({ notHelpful: true })];
    says(flex, 'password');
    await pass(500);
    expect(button().getAttribute('aria-pressed')).toBe('true');
  });

  it('is not shown as kept when it is not, with the reason', async () => {
    const { server, flex } = open();
    server.ratingFailures.push({ kind: 'unreachable', message: 'No connection.' });
    says(flex, 'password');
    await pass(500);
    await press();
    expect(screen.getByText('Your feedback was not kept. No connection.')).toBeTruthy();
    expect(button().getAttribute('aria-pressed')).toBe('false');
  });
});
