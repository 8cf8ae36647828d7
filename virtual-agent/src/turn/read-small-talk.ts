export type SmallTalk = 'greeting' | 'thanks';

/** Whole messages; what says more than this is a question. */
const greetings =
  /^(?:(?:hi|hey|hello|helo|hiya|yo|sup|howdy|greetings|good (?:morning|evening|afternoon|day)|bonjour|bonsoir|salut|coucou|cześć|czesc|hej|hejka|siema|witam|witaj|dzień dobry|dzien dobry|dobry wieczór|hallo|guten (?:tag|morgen|abend)|moin|servus|hola|buenas|buenos días|buenas tardes|olá|ola|oi|bom dia|boa tarde|boa noite|merhaba|selam|selamlar|iyi günler|привет|здравствуйте|добрый день|добрый вечер|xin chào|chào|chào bạn|नमस्ते|हैलो|namaste|مرحبا|مرحبًا|أهلا|اهلا|السلام عليكم|سلام|هلا|こんにち[はわ]|こんばんは|おはよう(?:ございます)?|やあ|はじめまして|你好|您好|嗨|哈喽|哈囉|在吗|早上好|晚上好|안녕(?:하세요)?|สวัสดี(?:ครับ|ค่ะ|คะ)?)(?: (?:there|all|everyone|bot|à tous|wszystkim|zusammen))?)$/u;
const thanks =
  /^(?:(?:ok|okay|cool|great|perfect|super|oh|génial|parfait|świetnie|dobra|gut|vale|tamam|好的|はい)[ ,]*)?(?:thanks(?: a lot| so much| a bunch)?|thank you(?: so much| very much)?|thx|ty|tysm|cheers|merci(?: beaucoup)?|dzięki(?: wielkie)?|dzieki|dziękuję(?: bardzo)?|danke(?: schön| dir)?|vielen dank|(?:muchas )?gracias|obrigad[oa]|valeu|teşekkürler|teşekkür ederim|sağ ?ol|спасибо(?: большое)?|благодарю|cảm ơn(?: bạn)?|धन्यवाद|शुक्रिया|شكرا(?: جزيلا| لك)?|شكراً|ありがとう(?:ございます|ございました)?|どうも|谢谢(?:你|您)?|謝謝|多谢|感谢|감사합니다|고마워요?|고맙습니다|ขอบคุณ(?:ครับ|ค่ะ|มาก)?)$/u;

/** Tells a greeting and a thank-you from what wants an answer; undefined for everything else. */
export function readSmallTalk(text: string): SmallTalk | undefined {
  if (text.length > 60) return undefined;
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (greetings.test(words)) return 'greeting';
  return thanks.test(words) ? 'thanks' : undefined;
}
