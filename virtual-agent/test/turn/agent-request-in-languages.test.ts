import { costRatio } from '../../../contracts/test/cost-ratio';
import { asksForAgent } from '../../src/turn/agent-request';

const requests = {
  French: `je veux parler à un agent
je voudrais parler à un humain svp
JE VEUX PARLER A UN AGENT
merci mais je veux parler à un conseiller
un agent s'il vous plaît
agent humain
un humain svp
passez-moi un conseiller
transférez-moi vers un agent
mettez-moi en relation avec un conseiller
j'aimerais discuter avec une vraie personne
puis-je parler à quelqu’un ?
comment contacter le service client
comment contacter le support
y a-t-il un humain ici ?
j'ai besoin d'un agent
pourquoi je ne peux pas parler à un agent
pas un robot, un humain svp
service client
vous pouvez me passer quelqu'un du support
je souhaite être mis en relation avec un agent`,
  Polish: `chcę porozmawiać z konsultantem
chce porozmawiac z konsultantem
chciałbym porozmawiać z człowiekiem
chciałabym rozmawiać z prawdziwym człowiekiem
połącz mnie z konsultantem
proszę połączyć mnie z agentem
przełącz mnie do konsultanta
konsultant
poproszę konsultanta
człowiek proszę
dajcie mi człowieka
dzięki, ale wolę pogadać z człowiekiem
czy jest tu jakiś człowiek?
potrzebuję konsultanta
jak mogę skontaktować się z obsługą klienta
dlaczego nie mogę porozmawiać z człowiekiem`,
  Japanese: `担当者と話したい
担当者と話したいです。
担当者に繋いでください
担当者につないで
オペレーターをお願いします
ｵﾍﾟﾚｰﾀｰと話したいです
人と話したい
人間と話せますか？
有人チャットお願いします
有人対応希望
サポートの人と話せますか
担当者
スタッフを呼んでください
ありがとうございます。でも担当者と話したいです
エージェントと話したいです
担当の方に代わってください
人 間 と 話 し た い
人に代わって
サポートに繋げて`,
  Chinese: `转人工
我要转人工
人工客服
人工
真人客服
请帮我转接人工客服
我想联系客服
我想和真人说话
有没有人工客服
找客服
我要找真人
可以和人工客服聊聊吗
谢谢，但是我想转人工
轉人工
我要找真人客服
請轉接專員
不要机器人，我要人工`,
  Arabic: `أريد التحدث مع موظف
اريد التحدث مع موظف
أُرِيدُ التَّحَدُّثَ مَعَ مُوَظَّف
أريد التحدث إلى موظف الدعم
شكرا، لكن أريد التحدث إلى شخص حقيقي
ابغى اكلم موظف
عايز اكلم حد من الدعم
حولني لموظف
حوّلوني إلى موظف من فضلك
موظف
موظف دعم لو سمحت
خدمة العملاء
هل يمكنني التحدث مع إنسان؟
كيف أتواصل مع خدمة العملاء
بدي احكي مع موظف
\u202bأريد التحدث مع موظف\u202c
\u200fأريد\u200f التحدث مع مـوظـف`,
} as const;

const otherTalk = {
  French: `j'ai oublié mon mot de passe
bonjour
merci
l'agent dans le jeu m'a tué
je veux le skin agent secret
comment débloquer le skin de l'agent
je ne veux pas parler à un agent
je veux pas d'agent
pas besoin de parler à un conseiller
sans agent svp
je veux un agent, laisse tomber
quelqu'un a volé mon compte
personne ne répond
comment parler à mon équipe
l'agent m'a dit de réessayer
j'ai tué l'agent du niveau 3
le conseiller du village ne parle plus
une personne de ma guilde m'insulte
le support est nul`,
  Polish: `zapomniałem hasła
cześć
dzięki
agent w grze mnie zabił
chcę skórkę tajnego agenta
jak odblokować skórkę agenta
nie chcę rozmawiać z konsultantem
nie łącz mnie z konsultantem
nie potrzebuję konsultanta
chcę konsultanta, nieważne
ktoś ukradł mi konto
jak pisać z ludźmi w grze
konsultant kazał mi czekać
czy jesteś człowiekiem`,
  Japanese: `パスワードを忘れました
こんにちは
ありがとう
ゲームのエージェントに殺された
エージェントのスキンが欲しい
シークレットエージェントのスキンはどこ
担当者と話したくない
担当者は不要です
担当者につながないで
オペレーターはいりません
誰かがアカウントを盗んだ
ボットですか
人が多すぎる
担当者をお願いします。やっぱりいいです`,
  Chinese: `我忘记密码了
你好
谢谢
游戏里的特工杀了我
客服态度很差
人工智能太强了
怎么解锁特工皮肤
不要人工客服
我不想转人工
不用转人工
别转人工
客服昨天告诉我要等
有人偷了我的账号
转人工，算了
我要退款
这个人工智能好笨`,
  Arabic: `نسيت كلمة المرور
مرحبا
شكرا
العميل في اللعبة قتلني
كيف أحصل على سكن العميل السري
أريد زي العميل السري
لا أريد التحدث مع موظف
ما ابي اكلم موظف
مش عايز اكلم موظف
أريد موظف، لا يهم
شخص سرق حسابي
كيف أتحدث مع فريقي
الموظف قال لي أن أنتظر
هل أنت إنسان`,
} as const;

const cases = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).flatMap(([language, texts]) => texts.split('\n').map((text) => [language, text] as const));

test.each(cases(requests))('%s: "%s" asks for an agent', (_language, text) => {
  expect(asksForAgent(text)).toBe(true);
});

test.each(cases(otherTalk))('%s: "%s" does not ask for an agent', (_language, text) => {
  expect(asksForAgent(text)).toBe(false);
});

test.each([
  ['French', 'je ne veux '],
  ['French persons', 'humain '],
  ['Polish', 'chce z do '],
  ['Japanese', '担当者と'],
  ['Japanese persons', 'サポート'],
  ['Chinese', '转接一个'],
  ['Arabic', 'اريد مع '],
  ['marks of direction', '\u202e\u2066'],
  ['combining marks', 'e\u0301\u0302'],
  ['apostrophes', "quelqu'"],
])('reading %s without end costs no more than its length', (_name, piece) => {
  const read = (length: number) => () => {
    const text = piece.repeat(Math.ceil(length / piece.length));
    for (let again = 0; again < 10; again += 1) {
      asksForAgent(text);
      asksForAgent(`${text}!`);
    }
  };
  expect(costRatio(read(4_000), read(500))).toBeLessThan(8 * 4);
});
