import { setOf } from './set-of';
import type { SpacedWords } from './spaced-words';

/** How people call somebody who is not a bot. */
const personWords =
  setOf(`agent agents human humans humanbeing person people someone somebody anyone anybody representative representatives rep
   reps operator operators advisor adviser supervisor manager moderator mod gm staff support employee specialist team
   service helpdesk live_agent`);

/** Words that may stand between the verb and the person: "talk *to a real live* person". */
const betweenWords =
  setOf(`to with a an the some any your another different other proper actual real live living human customer support service
   customers help game tech technical care team staff just only directly now please pls me my case this us on over from
   at of through by`);

/** Words that end the person's part of the sentence: "an agent *please*", but not "an agent *skin*". */
const afterWords =
  setOf(`please pls plz now asap here instead right immediately today again to about for with on and or who that because cause
   so if then thanks thank thx ty soon already directly available there at as when help is are rather from not over
   regarding concerning today ok okay yet anymore quickly fast either`);

/** "Someone stole my account" asks for nobody: these need a verb of talking before them, or to be called real or live. */
const vaguePersons = setOf('someone somebody anyone anybody people person team support service');
/** Players talk to people and to their team all the time: these need to be called real or live. */
const otherPlayers = setOf('people team');
/** What makes a vague word mean one of us. */
const realWords = setOf('real live actual living human customer support your');

const talkVerbs = setOf('talk speak chat contact reach');
/** "How do I message someone" is about the game; "message an agent" is not. */
const callVerbs = setOf('message call');
const transferVerbs = setOf('transfer transferred connect connected forward escalate switch redirect');
const wantVerbs = setOf('want need get give send bring find prefer require request like have see');

/** Words that hand a "not" on to what follows: "I do *not* really want to *talk* ...". */
const carryingWords =
  setOf(`to want wanna need like wish have got really even just actually i we you me us be able please would could should feel
   asking ask think rather any`);
const negations = setOf("don't dont not never without neither nor didn't didnt doesn't doesnt");

/** Whole sentences that mean it, without a verb of their own. */
const bareRequest =
  /^(?:(?:please|pls|ok|okay|yes|yeah|hi|hello|hey|so|just|a|an|the|any|real|live|actual|living|human|customer|support|service|help) )*(?:agent|agents|human|humans|human being|person|representative|rep|operator|live agent|live_agent|live chat|live support|customer service|customer support|real person|support agent|moderator)(?: (?:please|pls|plz|now|asap|thanks|thx))*$/;
const bareWeak = /^(?:(?:a|the|help|support|service) )*(?:support|service|help|person)$/;

const setPhrases = [
  /\b(?:put|patch) me (?:through|on)\b/,
  /\btransfer me(?: (?:now|please|pls|over|to (?:him|her|them|one)))*$/,
  /\bconnect me(?: (?:now|please|pls|to (?:him|her|them|one)))*$/,
  /\bescalate (?:this|it|my (?:case|issue|problem|ticket))\b/,
  /\b(?:is|are) there (?:a |an |any |some )?(?:real |live |actual )?(?:human|humans|agent|agents|person|people|one|someone|somebody|anyone|anybody)(?: (?:i|we) (?:can|could) (?:talk|speak|chat) (?:to|with)| (?:here|available|there|real))+$/,
  /\b(?:real|live|actual|human) (?:agent|person|human|people|support|representative|operator)s? (?:please|pls|plz)\b/,
  /\blive (?:chat|support|help)\b(?= please| pls| now|$)/,
];

const cancellation =
  /^(?:(?:oh|no|wait|ok|okay|actually|well) )*(?:never ?mind|nvm|forget (?:it|about it|that)|cancel(?: (?:it|that|this))?|i changed my mind)\b/;

/** English. */
export const english: SpacedWords = {
  fold: (text) => text,
  clauseBreaks: setOf('but however'),
  realPhrase: /(?:^| )a person$|^(?:.* )?some(?:one|body) to$/,
  transferLinks: setOf('to with'),
  // "no need to talk to an agent", while "no i want an agent" denies something else
  denyingPair: /^no need$/,
  questionWords: setOf('why'),
  politeVerbs: setOf('can could may'),
  personWords,
  betweenWords,
  afterWords,
  vaguePersons,
  otherPlayers,
  realWords,
  talkVerbs,
  callVerbs,
  transferVerbs,
  wantVerbs,
  carryingWords,
  negations,
  bareRequest,
  bareWeak,
  setPhrases,
  cancellation,
};
