// The English of asking for a person. Another language is another file like this.

/** How people call somebody who is not a bot. */
export const personWords = new Set(
  `agent agents human humans humanbeing person people someone somebody anyone anybody representative representatives rep
   reps operator operators advisor adviser supervisor manager moderator mod gm staff support employee specialist team
   service helpdesk live_agent`.split(/\s+/),
);

/** Words that may stand between the verb and the person: "talk *to a real live* person". */
export const betweenWords = new Set(
  `to with a an the some any your another different other proper actual real live living human customer support service
   customers help game tech technical care team staff just only directly now please pls me my case this us on over from
   at of through by`.split(/\s+/),
);

/** Words that end the person's part of the sentence: "an agent *please*", but not "an agent *skin*". */
export const afterWords = new Set(
  `please pls plz now asap here instead right immediately today again to about for with on and or who that because cause
   so if then thanks thank thx ty soon already directly available there at as when help is are rather from not over
   regarding concerning today ok okay yet anymore quickly fast either`.split(/\s+/),
);

/** "Someone stole my account" asks for nobody: these need a verb of talking before them, or to be called real or live. */
export const vaguePersons = new Set('someone somebody anyone anybody people person team support service'.split(' '));
/** Players talk to people and to their team all the time: these need to be called real or live. */
export const otherPlayers = new Set('people team'.split(' '));
/** What makes a vague word mean one of us. */
export const realWords = new Set('real live actual living human customer support your'.split(' '));

export const talkVerbs = new Set('talk speak chat contact reach'.split(' '));
/** "How do I message someone" is about the game; "message an agent" is not. */
export const callVerbs = new Set('message call'.split(' '));
export const transferVerbs = new Set(
  'transfer transferred connect connected forward escalate switch redirect'.split(' '),
);
export const wantVerbs = new Set('want need get give send bring find prefer require request like have see'.split(' '));

/** Words that hand a "not" on to what follows: "I do *not* really want to *talk* ...". */
export const carryingWords = new Set(
  `to want wanna need like wish have got really even just actually i we you me us be able please would could should feel
   asking ask think rather any`.split(/\s+/),
);
export const negations = new Set("don't dont not never without neither nor didn't didnt doesn't doesnt".split(' '));

/** Whole sentences that mean it, without a verb of their own. */
export const bareRequest =
  /^(?:(?:please|pls|ok|okay|yes|yeah|hi|hello|hey|so|just|a|an|the|any|real|live|actual|living|human|customer|support|service|help) )*(?:agent|agents|human|humans|human being|person|representative|rep|operator|live agent|live_agent|live chat|live support|customer service|customer support|real person|support agent|moderator)(?: (?:please|pls|plz|now|asap|thanks|thx))*$/;
export const bareWeak = /^(?:(?:a|the|help|support|service) )*(?:support|service|help|person)$/;

export const setPhrases = [
  /\b(?:put|patch) me (?:through|on)\b/,
  /\btransfer me(?: (?:now|please|pls|over|to (?:him|her|them|one)))*$/,
  /\bconnect me(?: (?:now|please|pls|to (?:him|her|them|one)))*$/,
  /\bescalate (?:this|it|my (?:case|issue|problem|ticket))\b/,
  /\b(?:is|are) there (?:a |an |any |some )?(?:real |live |actual )?(?:human|humans|agent|agents|person|people|one|someone|somebody|anyone|anybody)(?: (?:i|we) (?:can|could) (?:talk|speak|chat) (?:to|with)| (?:here|available|there|real))+$/,
  /\b(?:real|live|actual|human) (?:agent|person|human|people|support|representative|operator)s? (?:please|pls|plz)\b/,
  /\blive (?:chat|support|help)\b(?= please| pls| now|$)/,
];

export const cancellation =
  /^(?:(?:oh|no|wait|ok|okay|actually|well) )*(?:never ?mind|nvm|forget (?:it|about it|that)|cancel(?: (?:it|that|this))?|i changed my mind)\b/;
