import { randomUUID } from 'node:crypto';
import type { Conversation, User } from './records';

/** The one state behind the REST API and the client wire. Every look-up on a hot path is a map. */
export class ConversationsState {
  private readonly bySid = new Map<string, Conversation>();
  private readonly sidByUniqueName = new Map<string, string>();
  private readonly usersByIdentity = new Map<string, User>();
  private readonly identityByUserSid = new Map<string, string>();
  private lastEventId = 0;
  private currentGeneration = randomUUID();

  /** Changes when the state is reset: what clients cached before is worth nothing after. */
  get generation(): string {
    return this.currentGeneration;
  }

  /** Never starts again, not even after a reset: a client that outlives it must not take new events for old ones. */
  nextEventId(): number {
    this.lastEventId += 1;
    return this.lastEventId;
  }

  /** The id of the newest change. */
  get newestEventId(): number {
    return this.lastEventId;
  }

  /** By SID or by UniqueName, as every REST path takes either. */
  conversation(sidOrUniqueName: string): Conversation | undefined {
    return this.bySid.get(sidOrUniqueName) ?? this.bySid.get(this.sidByUniqueName.get(sidOrUniqueName) ?? '');
  }

  conversations(): IterableIterator<Conversation> {
    return this.bySid.values();
  }

  /** A UniqueName that is taken again (where that is allowed) leads to the newest conversation. */
  keepConversation(conversation: Conversation): void {
    this.bySid.set(conversation.sid, conversation);
    if (conversation.uniqueName !== null) this.sidByUniqueName.set(conversation.uniqueName, conversation.sid);
  }

  /** By SID or by identity. */
  user(sidOrIdentity: string): User | undefined {
    return (
      this.usersByIdentity.get(sidOrIdentity) ??
      this.usersByIdentity.get(this.identityByUserSid.get(sidOrIdentity) ?? '')
    );
  }

  keepUser(user: User): void {
    this.usersByIdentity.set(user.identity, user);
    this.identityByUserSid.set(user.sid, user.identity);
  }

  reset(): void {
    this.bySid.clear();
    this.sidByUniqueName.clear();
    this.usersByIdentity.clear();
    this.identityByUserSid.clear();
    this.currentGeneration = randomUUID();
  }
}
