import { randomBytes } from 'node:crypto';
import {
  type DiscordTaskAttributes,
  type MessageAttributes,
  parseMessageAttributes,
  playerIdentity,
  virtualAgentAuthor,
} from '@discord-channel/contracts';
import {
  type AgentTarget,
  ConversationGoneError,
  type ConversationMessage,
  type InteractionChannel,
  type TwilioConversations,
} from '../src';

type Call = keyof TwilioConversations;

interface Fault {
  call: Call;
  error: Error;
  /** True when Twilio did what was asked before the answer got lost. */
  afterwards: boolean;
}

const newSid = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;

/** One conversation as Twilio would hold it: contiguous indexes, one Studio webhook at most, tasks that appear late. */
export class FakeTwilio implements TwilioConversations {
  readonly conversationSid = newSid('CH');
  readonly messages: ConversationMessage[] = [];
  studioWebhook = true;
  closed = false;
  tasks: string[] = [];
  readonly interactions: DiscordTaskAttributes[] = [];
  readonly invites: { interaction: InteractionChannel; attributes: DiscordTaskAttributes }[] = [];
  readonly endedChats: InteractionChannel[] = [];
  readonly calls: Call[] = [];
  /** Told before each call is carried out: lets a test do something at that moment. */
  before: (call: Call) => Promise<void> | void = () => {};
  private readonly faults: Fault[] = [];

  constructor(private readonly userId: string) {}

  /** The next `call` fails. */
  failNext(call: Call, { afterwards = false, error = new Error(`${call} timed out`) } = {}): void {
    this.faults.push({ call, error, afterwards });
  }

  /** A message of the player; returns its index. */
  playerWrites(body: string, discord: { part?: number; customId?: string; uncarried?: string[] } = {}): number {
    return this.add(playerIdentity(this.userId), body, {
      origin: 'player',
      discord: { messageId: `4${String(this.messages.length).padStart(17, '0')}`, ...discord },
    });
  }

  add(author: string, body: string, attributes: object = {}): number {
    const index = this.messages.length;
    this.messages.push({
      sid: newSid('IM'),
      index,
      author,
      body,
      attributes: JSON.stringify(attributes),
      createdAt: new Date(),
    });
    return index;
  }

  /** What the virtual agent said, oldest first. */
  said(): { body: string; attributes: MessageAttributes | undefined }[] {
    return this.messages
      .filter(({ author }) => author === virtualAgentAuthor)
      .map(({ body, attributes }) => ({ body, attributes: parseMessageAttributes(attributes) }));
  }

  /** The notices said, by their texts. */
  notices(): string[] {
    return this.said().flatMap(({ body, attributes }) => (attributes?.origin === 'notice' ? [body] : []));
  }

  listMessagesAfter(_: string, index: number) {
    return this.carryOut('listMessagesAfter', () => this.messages.filter((message) => message.index > index));
  }

  postMessage(_: string, { body, attributes }: { body: string; attributes: string }) {
    return this.carryOut('postMessage', () => {
      if (this.closed) throw new ConversationGoneError('closed');
      const index = this.add(virtualAgentAuthor, body, JSON.parse(attributes) as object);
      return { sid: this.messages[index]?.sid ?? '', index };
    });
  }

  findNotice(_: string, key: string) {
    return this.carryOut('findNotice', () => {
      const message = this.messages.find(({ attributes }) => {
        const parsed = parseMessageAttributes(attributes);
        return parsed?.origin === 'notice' && parsed.key === key;
      });
      return message ? { kind: 'found' as const, message } : { kind: 'not-found' as const };
    });
  }

  removeStudioWebhook() {
    return this.carryOut('removeStudioWebhook', () => {
      this.studioWebhook = false;
    });
  }

  restoreStudioWebhook() {
    return this.carryOut('restoreStudioWebhook', () => {
      this.studioWebhook = true;
    });
  }

  isOpen() {
    return this.carryOut('isOpen', () => !this.closed);
  }

  findTask(_: string, endedTaskSids: readonly string[]) {
    return this.carryOut('findTask', () => {
      const taskSid = this.tasks.find((task) => !endedTaskSids.includes(task));
      return taskSid ? { kind: 'found' as const, taskSid } : { kind: 'not-found' as const };
    });
  }

  /** Who was asked for, with each Interaction and invite. */
  readonly targets: (AgentTarget | undefined)[] = [];

  createInteraction(_: string, attributes: DiscordTaskAttributes, target?: AgentTarget) {
    return this.carryOut('createInteraction', () => {
      this.targets.push(target);
      this.interactions.push(attributes);
    });
  }

  inviteAgent(interaction: InteractionChannel, attributes: DiscordTaskAttributes, target?: AgentTarget) {
    return this.carryOut('inviteAgent', () => {
      this.targets.push(target);
      this.invites.push({ interaction, attributes });
    });
  }

  endChat(interaction: InteractionChannel) {
    return this.carryOut('endChat', () => {
      this.endedChats.push(interaction);
      this.closed = true;
    });
  }

  private async carryOut<Result>(call: Call, work: () => Result): Promise<Result> {
    this.calls.push(call);
    await this.before(call);
    const position = this.faults.findIndex((fault) => fault.call === call);
    const [fault] = position < 0 ? [] : this.faults.splice(position, 1);
    if (fault && !fault.afterwards) throw fault.error;
    const result = work();
    if (fault) throw fault.error;
    return result;
  }
}
