import { connectSync, type SyncManager } from '../../src/live/connect-sync';

/** Flex's client, whose class is what counts. */
class FlexSyncClient {
  static readonly made: FlexSyncClient[] = [];
  readonly opened: string[] = [];
  constructor(
    public token: string,
    readonly options?: object,
  ) {
    FlexSyncClient.made.push(this);
  }
  async document(name: string) {
    this.opened.push(name);
    return { data: { name }, on: () => {} };
  }
  async updateToken(token: string) {
    this.token = token;
  }
}

function createManager() {
  const listeners: Array<() => void> = [];
  const manager = {
    insightsClient: new FlexSyncClient('of Flex', { productId: 'flex_insights' }),
    user: { token: 'first' },
    events: { addListener: (_event: 'tokenUpdated', listener: () => void) => listeners.push(listener) },
  };
  const renew = (token: string) => {
    manager.user.token = token;
    for (const listener of listeners) listener();
  };
  return { manager, renew };
}

beforeEach(() => FlexSyncClient.made.splice(0));

describe('the connection to Sync', () => {
  it('opens the document of changed cases with a client for the account’s own service', async () => {
    const { manager } = createManager();
    expect((await connectSync(manager)()).data).toEqual({ name: 'discord-channel-case-changes' });
    const [ofFlex, own] = FlexSyncClient.made;
    expect(ofFlex?.opened).toEqual([]);
    expect(own).toMatchObject({ token: 'first', options: undefined });
  });

  it('opens it again over the same connection, and hands on the tokens that Flex renews', async () => {
    const { manager, renew } = createManager();
    const open = connectSync(manager);
    await open();
    renew('second');
    await open();
    expect(FlexSyncClient.made).toHaveLength(2);
    expect(FlexSyncClient.made[1]).toMatchObject({ token: 'second', opened: { length: 2 } });
  });

  it('fails as long as Flex has no client, and works once it has', async () => {
    const { manager, renew } = createManager();
    const late: Partial<SyncManager> = { ...manager, insightsClient: undefined };
    const open = connectSync(late as SyncManager);
    await expect(open()).rejects.toThrow();
    renew('second');
    late.insightsClient = manager.insightsClient;
    expect((await open()).data).toBeDefined();
    expect(FlexSyncClient.made[1]?.token).toBe('second');
  });
});
