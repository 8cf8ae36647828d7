import RestException from 'twilio/lib/base/RestException';
import { TransferFailed } from '../../src/files/transfer-failed';
import type { ConversationMessage, ConversationsApi, ConversationWebhook } from '../../src/twilio/conversations-api';
import type { MediaApi } from '../../src/twilio/media-api';

export interface DoubledConversation {
  sid: string;
  uniqueName: string;
  state: 'active' | 'closed';
  participants: string[];
  webhooks: ConversationWebhook[];
  messages: ConversationMessage[];
  nextIndex: number;
  /** Of the player. */
  readHorizon?: number;
}

type Call = keyof ConversationsApi | keyof MediaApi;
/** `lost`: the request was carried out and its answer was lost; `before`: it failed and nothing was done. */
type Fault = { on: Call; kind: 'lost' | 'before'; status?: number };

const refusal = (statusCode: number, code: number) =>
  new RestException({ statusCode, body: { message: `refused with ${code}`, code }, headers: {}, toString: () => '' });

const timeout = () => Object.assign(new Error('timeout of 10000ms exceeded'), { code: 'ECONNABORTED' });

/** Conversations in memory, with Twilio's refusals and with faults on request. */
export function createTwilioDouble() {
  const conversations: DoubledConversation[] = [];
  const users = new Map<string, string>();
  const calls: Call[] = [];
  const faults: Fault[] = [];
  const uploads = new Map<string, { name: string; contentType: string; bytes: Buffer; size?: number }>();
  const attached = new Map<string, string[]>();
  const refusedUploads: ('refused' | 'too-big')[] = [];
  let created = 0;
  const nextSid = (prefix: string) => `${prefix}${(++created).toString(16).padStart(32, '0')}`;

  const find = (sidOrName: string) => {
    const found = conversations.find(({ sid, uniqueName }) => sid === sidOrName || uniqueName === sidOrName);
    if (!found) throw refusal(404, 20404);
    return found;
  };
  const findMessage = (sid: string, messageSid: string) => {
    const found = find(sid).messages.find((one) => one.sid === messageSid);
    if (!found) throw refusal(404, 20404);
    return found;
  };
  const findOpen = (sid: string) => {
    const found = find(sid);
    if (found.state === 'closed') throw refusal(400, 50377);
    return found;
  };

  function add(
    conversationSid: string,
    message: { author: string; body?: string | null; mediaSid?: string; attributes: string },
  ) {
    const conversation = findOpen(conversationSid);
    const { mediaSid, body = null } = message;
    if (mediaSid !== undefined && !uploads.has(mediaSid)) throw refusal(400, 50_302);
    const added = {
      ...message,
      body,
      sid: nextSid('IM'),
      index: conversation.nextIndex,
      mediaCount: mediaSid === undefined ? 0 : 1,
      dateUpdated: new Date().toISOString(),
    };
    conversation.nextIndex += 1;
    conversation.messages.push(added);
    return added;
  }

  async function carryOut<Result>(on: Call, effect: () => Result): Promise<Result> {
    calls.push(on);
    const place = faults.findIndex((fault) => fault.on === on);
    const [fault] = place < 0 ? [] : faults.splice(place, 1);
    const failure = () => (on === 'upload' || on === 'read' ? new TransferFailed('twilio', 'timeout') : timeout());
    if (fault?.kind === 'before') throw fault.status ? refusal(fault.status, 0) : failure();
    const result = effect();
    if (fault?.kind === 'lost') throw failure();
    return result;
  }

  const api: ConversationsApi = {
    createConversation: ({ uniqueName }) =>
      carryOut('createConversation', () => {
        if (conversations.some((one) => one.uniqueName === uniqueName)) throw refusal(409, 50353);
        const sid = nextSid('CH');
        conversations.push({
          sid,
          uniqueName,
          state: 'active',
          participants: [],
          webhooks: [],
          messages: [],
          nextIndex: 0,
        });
        return sid;
      }),
    fetchConversation: (name) => carryOut('fetchConversation', () => find(name)),
    nameUser: (identity, name) => carryOut('nameUser', () => void users.set(identity, name)),
    addParticipant: (sid, identity) =>
      carryOut('addParticipant', () => {
        const { participants } = findOpen(sid);
        if (!participants.includes(identity)) participants.push(identity);
        return nextSid('MB');
      }),
    moveReadHorizon: (sid, _participantSid, index) =>
      carryOut('moveReadHorizon', () => {
        findOpen(sid).readHorizon = index;
      }),
    listWebhooks: (sid) => carryOut('listWebhooks', () => [...find(sid).webhooks]),
    addStudioWebhook: (sid, flowSid) =>
      carryOut(
        'addStudioWebhook',
        () => void findOpen(sid).webhooks.push({ sid: nextSid('WH'), target: 'studio', flowSid }),
      ),
    addRelayWebhook: (sid, url) =>
      carryOut(
        'addRelayWebhook',
        () => void findOpen(sid).webhooks.push({ sid: nextSid('WH'), target: 'webhook', url }),
      ),
    postMessage: (sid, message) => carryOut('postMessage', () => add(sid, message)),
    removeMessage: (sid, messageSid) =>
      carryOut('removeMessage', () => {
        const conversation = findOpen(sid);
        conversation.messages = conversation.messages.filter((message) => message.sid !== messageSid);
      }),
    latestMessages: (sid, limit) => carryOut('latestMessages', () => find(sid).messages.slice(-limit).reverse()),
    messagesFrom: (sid, index) =>
      carryOut('messagesFrom', () => find(sid).messages.filter((message) => message.index >= index)),
    fetchMessage: (sid, messageSid) => carryOut('fetchMessage', () => ({ ...findMessage(sid, messageSid) })),
    filesOf: (sid, messageSid) =>
      carryOut('filesOf', () =>
        (attached.get(find(sid).messages.find((one) => one.sid === messageSid)?.sid ?? '') ?? []).map((mediaSid) => {
          const { name, contentType, bytes, size } = uploads.get(mediaSid) ?? {
            name: 'gone',
            contentType: '',
            bytes: '',
          };
          return { sid: mediaSid, name, contentType, size: size ?? bytes.length };
        }),
      ),
    updateMessage: (sid, { sid: messageSid, attributes }, change) =>
      carryOut('updateMessage', () => {
        findOpen(sid);
        Object.assign(findMessage(sid, messageSid), {
          body: change.body,
          attributes: JSON.stringify({ ...JSON.parse(attributes), ...change.attributes }),
        });
      }),
    mergeMessageAttributes: (sid, messageSid, added) =>
      carryOut('mergeMessageAttributes', () => {
        const message = findMessage(sid, messageSid);
        message.attributes = JSON.stringify({ ...JSON.parse(message.attributes), ...added });
      }),
  };

  const media: MediaApi = {
    async upload({ name, contentType, content }, { signal }) {
      const cut = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new TransferFailed('twilio', 'timeout')));
      });
      const bytes = Buffer.from(await Promise.race([new Response(content).arrayBuffer(), cut]));
      const refused = refusedUploads.shift();
      if (refused) return { kind: refused };
      return carryOut('upload', () => {
        const mediaSid = nextSid('ME');
        uploads.set(mediaSid, { name, contentType, bytes });
        return { kind: 'uploaded', mediaSid };
      });
    },
    read: async (mediaSid) =>
      carryOut('read', () => {
        const file = uploads.get(mediaSid);
        return file ? { kind: 'read', content: Buffer.from(file.bytes) } : { kind: 'gone' };
      }),
  };

  return {
    api,
    media,
    /** Somebody (an agent) says something with files; `size` in place of what is in them. */
    sayWithFiles(conversationSid: string, author: string, body: string | null, files: Record<string, string | number>) {
      const message = add(conversationSid, { author, body, attributes: '{}' });
      const sids = Object.entries(files).map(([name, content]) => {
        const sid = nextSid('ME');
        const size = typeof content === 'number' ? content : undefined;
        uploads.set(sid, {
          name,
          contentType: 'image/png',
          bytes: Buffer.from(String(content)),
          ...(size && { size }),
        });
        return sid;
      });
      attached.set(message.sid, sids);
      message.mediaCount = sids.length;
      return message;
    },
    /** What was uploaded, by SID. */
    uploads,
    /** The next upload is refused for good. */
    refuseUpload: (kind: 'refused' | 'too-big') => void refusedUploads.push(kind),
    conversations,
    users,
    calls,
    /** The next call of that kind goes wrong. */
    failNext: (fault: Fault) => void faults.push(fault),
    /** Somebody else (an agent, the virtual agent) says something. */
    say: (conversationSid: string, author: string, body: string, attributes = '{}') =>
      add(conversationSid, { author, body, attributes }),
    /** Somebody edits a message of a conversation. */
    edit(conversationSid: string, index: number, body: string) {
      const message = find(conversationSid).messages.find((one) => one.index === index);
      if (!message) throw new Error(`There is no message ${index}`);
      Object.assign(message, { body, dateUpdated: new Date(Date.parse(message.dateUpdated) + 1).toISOString() });
      return message;
    },
    deleteMessage(conversationSid: string, index: number) {
      const conversation = find(conversationSid);
      conversation.messages = conversation.messages.filter((message) => message.index !== index);
    },
    close: (conversationSid: string) => {
      find(conversationSid).state = 'closed';
    },
  };
}
export type TwilioDouble = ReturnType<typeof createTwilioDouble>;
