import { costRatio } from '../../../contracts/test/cost-ratio';
import { detectLanguage } from '../../src/language/detect-language';

/** What players write, short as it is. Each of these has to be told, or left undecided; never taken for another. */
const written = {
  en: `how do i get a refund?
my game keeps crashing
I can't log in to my account
where is my purchase
what should i do now
can you help me with this
it does not work
please reset my password
thank you for your help
i want to talk to a human
why was i banned
HOW DO I RESET MY PASSWORD
my controller is not working anymore`,
  fr: `j'ai oublié mon mot de passe
J’AI OUBLIÉ MON MOT DE PASSE
bonjour, comment me faire rembourser ?
mon jeu plante tout le temps
je n'arrive pas à me connecter
où est mon achat
on m'a volé mon compte
ça ne marche pas
pouvez-vous m'aider
merci beaucoup
bonjour
Bonjour 👋
je veux parler à un agent
pourquoi je suis banni
jai oublie mon mot de passe
slt jai un pb avec mon compte
c'est quoi ce bug encore`,
  pl: `zapomniałem hasła
cześć, jak dostać zwrot pieniędzy?
gra ciągle się wyłącza
nie mogę się zalogować
gdzie jest mój zakup
serwer strasznie laguje
ktoś ukradł mi konto
to nie działa
czy możesz mi pomóc
dziękuję bardzo
dzień dobry
cześć
chcę porozmawiać z konsultantem
zapomnialem hasla
nie moge sie zalogowac
siema mam problem z kontem`,
  ja: `パスワードを忘れました
返金してほしいです
ゲームが落ちる
ログインできません
こんにちは
ありがとう
担当者と話したい
なんでBANされたの？
助けて
ﾛｸﾞｲﾝできない
PS5でゲームが起動しない`,
  'zh-CN': `我忘记密码了
怎么退款？
游戏一直闪退
登录不了
你好
谢谢
转人工
为什么封我的号
服务器太卡了
我的账号被盗了
請問怎麼退款
steam账号登录不了`,
  ar: `نسيت كلمة المرور
كيف أسترد المبلغ؟
اللعبة تتوقف باستمرار
لا أستطيع تسجيل الدخول
مرحبا
أين مشترياتي
شكرا جزيلا
أريد التحدث مع موظف
لماذا تم حظري
السلام عليكم
ليش انحظرت
\u202bنسيت كلمة المرور\u202c
نَسِيتُ كَلِمَةَ المُرُورِ`,
} as const;

const undecided = `hi
ok
lol
👍
🔥🔥🔥 😂
gg
gg ez
...
123456
Wumpus
kim
Juniper
https://example.com/fr/aide
\`je ne marche pas\`
A1B2-C3D4
ok 👍
yes
no
Minecraft
asdfgh
hahaha
?
<@300000000000000001>
<:bonjour:300000000000000001>
:sob: :sob:
error 0x80070005
Steam
PS5
w
naruto
xDDD
¯\\_(ツ)_/¯
返金希望
مشكلة with my account please help me`;

const otherLanguages = `no puedo entrar en mi cuenta
he olvidado mi contraseña
ich habe mein passwort vergessen
mein spiel stürzt ständig ab
esqueci minha senha
non riesco ad accedere al mio account
я забыл пароль
비밀번호를 잊어버렸어요
şifremi unuttum
ich möchte mit einem menschen sprechen
hola
danke
zapomněl jsem heslo
не можу увійти
quiero hablar con un agente
رمز عبور خود را فراموش کردم
میرا پاس ورڈ بھول گیا
zabudol som heslo
me puedes ayudar por favor
am uitat parola
mijn spel crasht de hele tijd
jag har glömt mitt lösenord
tôi quên mật khẩu`;

const lines = (text: string) => text.split('\n');
const languageOf = (text: string) => {
  const reading = detectLanguage(text);
  return reading.kind === 'undecided' ? reading.kind : reading.language;
};

describe.each(Object.entries(written))('what is written in %s', (language, texts) => {
  test.each(lines(texts))('%s', (text) => {
    expect(languageOf(text)).toBe(language);
  });
});

test.each(lines(undecided))('"%s" tells no language', (text) => {
  expect(languageOf(text)).toBe('undecided');
});

test.each(lines(otherLanguages))('"%s" is none of our languages', (text) => {
  expect(languageOf(text)).toBe('undecided');
});

test.each([
  "j'ai oublié mon mot de passe",
  'パスワードを忘れました',
  'أريد التحدث مع موظف',
  '我忘记密码了',
  'nie mogę się zalogować',
])('a whole sentence is clear: %s', (text) => {
  expect(detectLanguage(text).kind).toBe('clear');
});

test.each(['bonjour', 'cześć', 'مرحبا', '你好'])('a greeting is a hint only: %s', (text) => {
  expect(detectLanguage(text).kind).toBe('hint');
});

test.each([
  ['the longest message', 'mot de passe '.repeat(400)],
  ['open code', `\`\`\`${'`'.repeat(4_000)}`],
  ['open mentions', '<@'.repeat(2_000)],
  ['open emoji', ':a'.repeat(2_000)],
  ['zalgo', `h${'\u0301'.repeat(4_000)}`],
  ['bidirectional marks', '\u202e\u2066'.repeat(2_000)],
  ['half a surrogate pair', '\ud83d'.repeat(4_000)],
])('reading %s costs no more than its length', (_name, text) => {
  const read = (length: number) => () => {
    for (let again = 0; again < 10; again += 1) detectLanguage(text.slice(0, length));
  };
  expect(costRatio(read(text.length), read(text.length / 8))).toBeLessThan(8 * 4);
});
