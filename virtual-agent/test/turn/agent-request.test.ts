import { asksForAgent } from '../../src/turn/agent-request';

const requests = `
that was helpful but i want to talk to a live agent
agent
Agent please
human
a human please
HUMAN!!!
live agent
LIVE_AGENT
real person
representative
operator
customer service
live chat
i want to talk to a human
I'd like to speak with a representative
i need a human
i need an agent now
can i talk to someone
can i talk to somebody from support?
can i please speak to a real person
could you connect me to an agent
connect me with a live agent
transfer me
transfer me please
please transfer me to a human
put me through to someone
get me a human
give me an agent
give me a real person pls
let me talk to a person
let me speak to your manager
i want to speak to a supervisor
i wanna talk to a human
is there a human here?
is there a real person i can talk to
are there any real people here?
why can't i talk to a human
why can’t I just talk to a person?
not a bot, a real person please
i don't want a bot i want an agent
i don't want to talk to a bot, give me a human
stop. human.
no, i want to talk to a human
no i want to talk to an agent
you are useless, agent
escalate this
please escalate my case
i'd rather talk to a human
can you get me someone to talk to
how do i contact support
how do i talk to an agent
how can i reach a human?
want to chat with a live person
talk to agent
speak to agent
talk to a live support agent
i want human support
i need to contact customer support
yes, a human please
ok agent
i prefer a human
i would like to be connected to an agent
could i have a human please
may i speak to an operator?
live support please
this doesn't help. real human please
nope. talk to an agent
i want to talk to a moderator
never mind the article, i want an agent
need human help
i want to talk to your team
let me speak to actual people
i need to call customer support
message an agent`;

const otherTalk = `
i think i forgot my password
hello
thanks
no, not a human
not a human
i don't want to talk to an agent
i dont want an agent
don't transfer me
please do not transfer me
do not connect me to an agent
no agent please
no human
no need to talk to an agent
i don't need a human
i want an agent, never mind
talk to a human... actually forget it
how do i unlock the agent skin
i want the secret agent costume
someone stole my account
somebody hacked me
a person in my guild insulted me
the agent told me to reset it
i talked to an agent yesterday
are you a human
are you human?
are you a bot
this bot is useless
my operator class is bugged
how do i play as the human race
how do i become an agent
people keep killing me
support class is too weak
my game cannot connect to the server
i cannot connect
customer service was great
i never asked for an agent
i would rather not talk to a person
i need help
help
support
who can help me
i want my money back
i don't really want to speak with a representative
no thanks, i do not need to talk to anyone
how do i message someone
how do i chat with people in game
how do i talk to my team
how do i talk to someone in my guild
how do i call a friend
i want to play with people
how do i get the human skin`;

const lines = (text: string) => text.trim().split('\n');

test.each(lines(requests))('"%s" asks for an agent', (text) => {
  expect(asksForAgent(text)).toBe(true);
});

test.each(lines(otherTalk))('"%s" does not ask for an agent', (text) => {
  expect(asksForAgent(text)).toBe(false);
});

test('a wish and its denial in the same message: the last word counts only when it takes the wish back', () => {
  expect(asksForAgent('i want a human. do not send me to the bot')).toBe(true);
  expect(asksForAgent('i want a human. forget it')).toBe(false);
});

test('a message as long as it can be is read in no time, whatever is in it', () => {
  expect(asksForAgent('please '.repeat(5_000))).toBe(false);
  expect(asksForAgent(`${'to a '.repeat(5_000)}human`)).toBe(false);
  expect(asksForAgent(`${'x'.repeat(30_000)}\nagent`)).toBe(true);
});
