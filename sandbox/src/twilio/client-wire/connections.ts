import type { ClientConnection } from './client-connection';

/** Who is connected, and who wants to hear of which Sync object. */
export class Connections {
  private readonly all = new Set<ClientConnection>();
  private readonly byIdentity = new Map<string, Set<ClientConnection>>();
  private readonly byObjectSid = new Map<string, Set<ClientConnection>>();

  open(connection: ClientConnection): void {
    this.all.add(connection);
  }

  /** To be called once the connection's token has been accepted. */
  identify(connection: ClientConnection, identity: string): void {
    connection.identity = identity;
    collect(this.byIdentity, identity, connection);
  }

  close(connection: ClientConnection): void {
    this.all.delete(connection);
    if (connection.identity !== undefined) drop(this.byIdentity, connection.identity, connection);
    for (const sid of this.byObjectSid.keys()) drop(this.byObjectSid, sid, connection);
  }

  subscribe(connection: ClientConnection, objectSid: string): void {
    collect(this.byObjectSid, objectSid, connection);
  }

  unsubscribe(connection: ClientConnection, objectSid: string): void {
    drop(this.byObjectSid, objectSid, connection);
  }

  subscribers(objectSid: string): ReadonlySet<ClientConnection> {
    return this.byObjectSid.get(objectSid) ?? new Set();
  }

  of(identity: string): ReadonlySet<ClientConnection> {
    return this.byIdentity.get(identity) ?? new Set();
  }

  everyone(): Iterable<ClientConnection> {
    return [...this.all];
  }
}

function collect(sets: Map<string, Set<ClientConnection>>, key: string, connection: ClientConnection): void {
  const set = sets.get(key);
  if (set) set.add(connection);
  else sets.set(key, new Set([connection]));
}

function drop(sets: Map<string, Set<ClientConnection>>, key: string, connection: ClientConnection): void {
  const set = sets.get(key);
  if (!set) return;
  set.delete(connection);
  if (set.size === 0) sets.delete(key);
}
