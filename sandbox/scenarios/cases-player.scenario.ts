import type { CaseDesk } from './sides/case-desks';
import type { ScriptedPlayer } from './sides/sandbox-control';
import { setUpCaseDesks } from './sides/set-up-case-desks';

/** A second without news, so that a scenario can wait for it. */
const soon = { CASE_REMINDER_HOURS: String(1 / 3_600) };

/** What a player and their case do by themselves, seen from both sides. */
describe('cases and their players', () => {
  const { control, desks } = setUpCaseDesks();
  beforeAll(() => control.killWorker(soon));
  afterAll(() => control.killWorker());

  const bugReport = async () => {
    const { discord } = await control.state();
    return discord.channels.find(({ name }) => name === 'bug-report')?.id ?? '';
  };

  /** A player who reported a bug and is asked about it. */
  async function reminded(name: string, takesMessages = true): Promise<ScriptedPlayer> {
    const player = await control.newPlayer(name);
    await player.writes('i think i forgot my password');
    await player.seesText('Does one of these categories help?');
    await player.allowsDirectMessages(takesMessages);
    await player.runs('bug', await bugReport(), { title: `${name} lost a sword`, description: 'In the lake' });
    return player;
  }

  /** Noor has the case of a player open in the cases view. */
  async function openCaseOf(name: string) {
    const noor = await desks.open('noor');
    await noor.agent.opensCasesView();
    await noor.agent.finds(`${name} lost a sword`, 'Case #');
    await noor.view.sees(`${name} lost a sword`);
    return noor;
  }

  const showsStatus = ({ page }: CaseDesk, status: string) =>
    page.getByTestId('cases-view').getByRole('button', { name: status, pressed: true }).waitFor();

  it('cases: a player who is asked about a silent case closes it by a button, rates it, and the agent sees both at once', async () => {
    const player = await reminded('Yarrow');
    await player.seesText('Is it solved? Reply CLOSE, or ELEVATE if it is still a problem.');
    const noor = await openCaseOf('Yarrow');
    await player.presses('Close');
    await player.seesText('is closed.');
    await showsStatus(noor, 'Closed');
    await player.seesText('On a scale of 1 to 5, how satisfied are you?');
    await player.presses('4');
    await player.seesText('You gave it 4 out of 5.');
    await noor.view.sees('Rated 4 of 5 by the player');
    await player.presses('5');
    await noor.view.sees('Rated 5 of 5 by the player');
    await noor.view.opensTab('History');
    await noor.view.sees('Rated 5 of 5, before that 4');
    await noor.view.sees('The player was asked whether the case is solved');
  });

  it('cases: “Still a problem” elevates the case in front of the agent', async () => {
    const player = await reminded('Zinnia');
    await player.seesText('Is it solved?');
    const noor = await openCaseOf('Zinnia');
    await player.presses('Still a problem');
    await player.seesText('so our team looks at it with priority');
    await showsStatus(noor, 'Elevated');
  });

  it('cases: an answer in words counts behind the question, and is an ordinary message later', async () => {
    const player = await reminded('Aster');
    await player.seesText('Is it solved?');
    await player.writes('close');
    await player.seesText('Thank you! Case #');
    await player.seesText('how satisfied are you?');
    await player.writes('what about my shield');
    await player.writes('close');
    await player.conversation('the word as a message', ({ messages }) => messages.some(({ body }) => body === 'close'));
  });

  it('cases: an agent closes a case, and the player rates it when the chat has ended', async () => {
    const { player, kim, end } = await desks.openChat('Borage');
    await kim.agent.setsCaseStatus('Closed');
    await end();
    await player.seesText('This chat has ended.');
    await player.seesText('how satisfied are you?');
    await player.writes('3');
    await player.seesText('You gave it 3 out of 5.');
  });

  it('cases: a card in the direct messages shows how the case stands, and is edited in place', async () => {
    const { player, kim, caseNumber, end } = await desks.openChat('Erica');
    const shows = (status: string) =>
      player.sees(`a card: ${status}`, ({ embeds }) => {
        const [card] = embeds;
        return card?.title === `Case #${caseNumber}` && (card.fields ?? []).some(({ value }) => value === status);
      });
    const { id } = await shows('Open');
    await kim.agent.setsCaseStatus('Elevated');
    expect((await shows('Elevated')).id).toBe(id);
    await kim.panel.presses('Take it');
    expect((await shows('Kim')).id).toBe(id);
    await end();
  });

  it('cases: /mycases lists a player’s cases, and how they stand', async () => {
    const player = await control.newPlayer('Clover');
    for (const title of ['The first', 'The second']) {
      await player.runs('bug', await bugReport(), { title, description: 'x' });
      await player.seesIn(await bugReport(), title, ({ content }) => content.includes(title));
    }
    const { channel_id: dm } = await player.writes('i think i forgot my password');
    await player.runs('mycases', dm);
    const list = await control.eventually('the list', ({ discord }) =>
      discord.interactions
        .filter(({ playerId }) => playerId === player.id)
        .flatMap(({ ephemeralMessages }) => ephemeralMessages)
        .find(({ embeds }) => embeds[0]?.title === 'Your cases'),
    );
    expect(list.embeds[0]?.description).toMatch(/The second.*\n.*\n\n.*The first/);
  });

  it('cases: a player whose direct messages are closed is asked in vain, once, and the agent can read it', async () => {
    await reminded('Dahlia', false);
    const noor = await openCaseOf('Dahlia');
    await noor.view.opensTab('History');
    await noor.view.sees(/The player could not be asked in Discord \(error 50007\)/);
  });
});
