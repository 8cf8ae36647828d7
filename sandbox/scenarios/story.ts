import assert from 'node:assert/strict';
import type { AgentSide } from './sides/agent-side';
import type { PlayerSide } from './sides/player-side';

export interface StoryCast {
  player: PlayerSide;
  agent: AgentSide;
  /** Names as both sides show them. */
  playerName: string;
  agentName: string;
  serverName: string;
  /** Loads the agent's desktop anew, as F5 does. */
  reloadAgent: () => Promise<void>;
}

export interface StoryStep {
  title: string;
  play: () => Promise<void>;
}

/** The demonstration, step by step: a player's DM, the bot, a live agent in Flex, and back. */
export function story({ player, agent, playerName, agentName, serverName, reloadAgent }: StoryCast): StoryStep[] {
  let caseNumber = '';
  return [
    {
      title: '/helpme in #customer-service opens a DM with a greeting',
      play: async () => {
        await player.openServerChannel('customer-service');
        await player.runCommand('/helpme');
        await player.openNewDirectMessage();
        await player.sees(`Hi ${playerName}, how may I help you?`);
      },
    },
    {
      title: 'a question brings up to four articles to choose from, and an agent',
      play: async () => {
        await player.write('i think i forgot my password');
        await player.sees('Does one of these categories help?');
        const buttons = await player.offeredButtons();
        assert.equal(buttons.at(-1), 'Talk to an agent');
        assert.ok(buttons.length >= 2 && buttons.length <= 5, `${buttons.length} buttons`);
        assert.ok(buttons.includes('Reset Password'), `no "Reset Password" among ${buttons.join(', ')}`);
      },
    },
    {
      title: 'a press is answered with the article',
      play: async () => {
        await player.press('Reset Password');
        const answer = await player.sees('Suggested Article: Reset Password');
        const card = answer.getByTestId('embed');
        await card.getByRole('link', { name: 'Reset Password' }).waitFor();
        assert.ok((await card.innerText()).length > 'Reset Password'.length + 20, 'the card has no excerpt');
      },
    },
    {
      title: 'asking for a live agent opens a case and a transfer',
      play: async () => {
        await player.write('that was helpful but i want to talk to a live agent');
        const told = await player.sees(/Your case id is \d+\./);
        caseNumber = /case id is (\d+)/.exec(await told.innerText())?.[1] ?? '';
        await player.sees('Transferring you to one of our agents...');
      },
    },
    {
      title: 'Flex shows the task; the agent goes Available and accepts',
      play: async () => {
        await agent.goes('Available');
        const card = await agent.seesTask(playerName);
        const text = await card.innerText();
        assert.ok(text.includes(serverName), `the card does not name the server: ${text}`);
        assert.ok(text.includes(caseNumber), `the card does not name the case: ${text}`);
        await agent.seesDiscordOn(card);
        await agent.acceptsTask(playerName);
      },
    },
    {
      title: 'the player sees who joined, once',
      play: async () => {
        const joined = `${agentName} has joined the conversation.`;
        await player.sees(joined);
        await player.write('hello kim');
        await agent.seesMessage('hello kim');
        assert.equal(await player.messages(joined).count(), 1);
      },
    },
    {
      title: 'the transcript has every turn with its author',
      play: async () => {
        const transcript = await agent.transcript();
        const turns: [string, RegExp][] = [
          ['Virtual assistant', /how may I help you/],
          [playerName, /i forgot my password/],
          ['Virtual assistant', /Does one of these categories help/],
          [playerName, /Reset Password/],
          ['Virtual assistant', /Suggested Article: Reset Password/],
          [playerName, /talk to a live agent/],
          ['Virtual assistant', /Your case id is/],
          ['Virtual assistant', /Transferring you/],
          ['Virtual assistant', /has joined the conversation/],
          [playerName, /hello kim/],
        ];
        const seen = transcript.map(({ author, text }) => `${author}: ${text}`);
        assert.equal(transcript.length, turns.length, `the transcript is\n${seen.join('\n')}`);
        for (const [index, [author, text]] of turns.entries()) {
          assert.equal(transcript[index]?.author, author, `turn ${index} of\n${seen.join('\n')}`);
          assert.match(transcript[index]?.text ?? '', text);
        }
      },
    },
    {
      title: 'the agent answers in the DM, the player answers in Flex',
      play: async () => {
        await agent.writes('I have sent you a link to set a new password.');
        await player.sees('I have sent you a link to set a new password.');
        await player.write('it works, thank you!');
        await agent.seesMessage('it works, thank you!');
      },
    },
    {
      title: 'the case panel shows the case; a new status and a note survive a reload',
      play: async () => {
        await agent.seesCase(caseNumber, 'Open');
        await agent.seesInCase(playerName);
        await agent.setsCaseStatus('Elevated');
        await agent.addsNote('Password link sent; asked to report back.');
        await reloadAgent();
        await agent.selectsTask(playerName);
        await agent.seesCase(caseNumber, 'Elevated');
        await agent.seesInCase('Password link sent; asked to report back.');
      },
    },
    {
      title: 'the agent ends the chat and completes the task; the player is told',
      play: async () => {
        await agent.endsChat();
        await player.sees(new RegExp(`This chat has ended\\. Your case id is ${caseNumber}\\.`));
        await agent.completesTask(playerName);
      },
    },
    {
      title: 'the next DM is answered by the bot again',
      play: async () => {
        await player.write('how do i see my profile progress?');
        const answer = await player.sees('Suggested Article: Viewing Profile Progress');
        await answer.getByRole('link', { name: 'Viewing Profile Progress' }).waitFor();
      },
    },
  ];
}
