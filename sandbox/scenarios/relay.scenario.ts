import { SandboxControl, type ScriptedPlayer } from './sides/sandbox-control';

/** What the relay carries beside plain text, and under which guarantees. */
describe('relay', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  const bodies = async (player: ScriptedPlayer) =>
    (await player.conversation('is there', () => true)).messages.map(({ body }) => body ?? '');

  afterEach(async () => {
    expect(await control.unhandled()).toEqual([]);
    await control.cancelTasks();
  });

  it('a killed worker whose session expired reads what it missed, in order, and says so once', async () => {
    const player = await control.newPlayer('Juniper');
    await player.writes('i think i forgot my password');
    await player.seesText('Does one of these categories help?');
    await control.whileWorkerIsDown(async () => {
      await control.expireSession();
      for (const text of ['first while away', 'second while away', 'third while away']) await player.writes(text);
    });
    await player.writes('after it came back');
    await player.conversation('has the last', ({ messages }) =>
      messages.some(({ body }) => body === 'after it came back'),
    );
    const told = '3 messages were sent while we were offline.';
    const missed = (await bodies(player)).filter((body) => / away$|^after|offline/.test(body));
    expect(missed).toEqual([told, 'first while away', 'second while away', 'third while away', 'after it came back']);
    expect((await player.dm()).some(({ content }) => content === told)).toBe(false);
  });
});
