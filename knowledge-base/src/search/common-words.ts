import { hashTerm } from './hash-term';
import { readTerms } from './read-terms';
import { termKinds } from './term-kinds';

/** Words that hold sentences together, and words that every question to a helpdesk has, language by language. */
const commonWords = {
  en: `a about after again all also always am an and any anyone are arent as at be because been before being but by
    can cant could couldnt did didnt do does doesnt doing dont else ever every everything for from get gets getting
    give go going got had has have havent he hello help helpful her here hey hi him his how i id if ill im in into is
    isnt it its ive just keep keeps know let like lol make many maybe me more much my myself need needs new no not
    nothing now of off ok okay on one only or other our out over please pls problem really said same say see she should
    so some someone something still such take tell than thank thanks that thats the their them then there these they
    thing things think this those though to too tried try trying u under until up ur us use using very want wanted was
    wasnt way we well were what whats when where which while who why will with wont would yes yet you your`,
  fr: `a ai aide aider alors as au aussi aux avec avez avoir bien bonjour ca ça car ce cela ces cet cette comme comment
    dans de des deux dire dois dont du elle en encore est et être eu faire fait faut ici il ils je jai jamais la le les
    leur lui ma mais me merci mes moi mon ne nest non nos notre nous on ont ou où par pas peu peut peux plus pour
    pourquoi pouvez problème qu quand que quel quelle quelles quels qui quoi sa salut sans se ses si sil son sont suis
    sur ta te toi ton toujours tout tous toute très tu un une va vais veux voudrais vous y`,
  pl: `a aby ale bardzo bez być bo był była było by chcę ci co coś czy czym dla dlaczego dlatego do dzień dobry dziękuję
    gdy gdzie go i ich ile im ja jak jakie jaki jaka jako jest jestem jeszcze jeśli już kiedy kto która które który ma
    mam mi mnie moge mogę moja moje może można mój musi na nad nam nas nic nie niż o od on ona oni ono oraz po pod
    pomoc pomóc pomóż ponieważ poproszę proszę problem przez przy się są ta tak tam te tego tej ten teraz też to tu ty
    tylko tym u w was wie więc witam wszystko z za ze że zawsze`,
  de: `aber alle als also am an auch auf aus bei bin bis bitte da damit dann das dass dein dem den denn der des die dies
    diese dieser dir doch du ein eine einem einen einer er es etwas euch für gibt hab habe haben hallo hat hatte helfen
    hilfe hier ich ihr ihre im in ist ja jetzt kann kannst kein keine können man mein meine meinem meinen meiner mehr
    mich mir mit muss nach nicht nichts noch nur ob oder ohne problem schon sehr sein sich sie sind so soll über um und
    uns unter vom von vor wann war warum was weil welche wenn wer werden wie wieder will wir wird wo zu zum zur`,
  es: `a al algo alguien aquí así ayuda ayudar bien como cómo con cual cuál cuando cuándo cuanto de del desde donde
    dónde dos el él ella en entre era eres es esa ese eso esta está este esto estoy favor fue gracias ha hace hacer hay
    he hola la las le les lo los mas más me mi mí mis muy nada ni no nos o otra otro para pero por porque porqué problema
    pueda puede puedo que qué quien quiero se ser si sí sin sobre solo son su sus también te tengo ti tiene tienen todo
    tu tú un una uno y ya yo`,
  pt: `a ainda ajuda ajudar algo alguém ao aos aqui as assim até bem boa bom com como da das de dele depois do dos e é ela
    ele em entre era essa esse esta está estão este estou eu faz fazer foi há isso já lhe mais mas me meu meus minha
    muito na não nas nem no nos nós o obrigado oi olá onde os ou para pela pelo pode podem por porque posso preciso
    problema qual quais quando que quem quero são se sem ser seu só sobre sua também te tem tenho ter tudo um uma você`,
  ja: `の に は を た が で て と し れ さ も な です ます した して する いる ある こと この その あの どの どう なぜ 何 なに いつ どこ だれ
    誰 へ から まで より か ね よ い う ない なく なら れる られ ください ませ ん けど ので のに たい できる でき 私 お ご`,
  zh: `的 了 是 我 你 他 她 它 们 我们 你们 在 有 和 就 不 都 一 一个 上 也 很 到 说 要 去 会 着 没有 看 好 这 那 这个 那个 什么 怎么 怎样
    为什么 哪 哪里 哪个 谁 吗 呢 吧 啊 能 可以 请 请问 想 如何 多少 几 与 及 对 把 被 让 给 从 还 但 如果 因为 所以`,
  ko: `가 이 은 는 을 를 에 에서 의 와 과 도 로 으로 하다 합니다 하는 했습니다 있다 있습니다 있나요 없어요 것 수 그 저 제 제가 내 내가 나
    너 무엇 뭐 어떻게 왜 언제 어디 어디서 누가 어떤 좀 주세요 해요 하나요 인가요 안 못 더 다 그리고 하지만`,
  ar: `في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين ما ماذا متى أين كيف لماذا هل كم من أنا أنت هو هي نحن هم كان كانت
    يكون لا لم لن ليس قد كل بعض أي أو و ثم إذا لأن لكن حتى بعد قبل عند لدي لي لك له لها لنا أريد يمكن يمكنني ممكن فضلك
    مرحبا شكرا مساعدة مشكلة غير بين هناك`,
  tr: `acaba ama ancak artık az bana bazı ben beni benim bir biraz birçok bu bunu çok çünkü da daha de değil diye en gibi
    göre hangi hem hep her hiç ile için ise kadar kaç kendi ki kim lütfen mi mı mu mü nasıl ne neden nedir nerede niye o
    olan olarak oldu olur onu onun sen siz son sonra şey şu tüm var ve veya ya yani yardım yok merhaba teşekkürler
    istiyorum`,
  ru: `а без бы был была были было быть в вам вас весь во вот все всё всего вы где да для до его ее её если есть еще ещё
    же за здесь здравствуйте и из или им их к как какая какие какой каким когда кто ли мне можно мой моя мы мои меня на
    над надо нам нас не него нее нет ни но ну о об он она они оно от очень по под пожалуйста помогите помощь почему при
    проблема привет с сам свой себя со спасибо так такой там то тоже только том тот ты у уже хочу чего чем что чтобы это
    этот эта эти я могу`,
  th: `ที่ และ ใน ของ เป็น มี ได้ ไม่ การ ให้ จะ ไป มา กับ ว่า แล้ว ก็ นี้ นั้น อะไร ทำ ทำไม อย่างไร ยังไง เมื่อ เมื่อไร ที่ไหน ใคร
    ฉัน ผม คุณ เรา เขา ครับ ค่ะ คะ ต้อง อยาก ช่วย หน่อย จาก โดย หรือ แต่ ถ้า เพราะ อยู่ คือ ความ เท่าไร กี่ ขอ สามารถ`,
  hi: `का के की को में से है हैं था थी थे हो होता होती और या पर यह वह ये वे इस उस इन उन मैं मुझे मेरा मेरी मेरे हम हमें आप आपका
    तुम क्या क्यों कैसे कब कहाँ कहां कौन कौनसा किस कितना कितने नहीं न ना तो भी ही कि जो अगर लेकिन कर करना करने करें कृपया
    मदद समस्या चाहिए सकता सकते सकती एक कुछ सब बहुत ने लिए साथ तक नमस्ते धन्यवाद`,
  vi: `và là của có không được cho trong các những một này đó thì mà với ở từ đến khi như thế nào gì tại sao vì sao ai đâu
    bao nhiêu mấy tôi bạn mình chúng ta anh chị em nó họ ra vào lên đi lại cũng đã đang sẽ rồi chưa rất nhiều hơn để bị
    hay hoặc nhưng nếu thể làm ơn giúp xin chào cảm vấn đề muốn cần hãy về theo trên do bởi`,
} as const;

/** How many articles are imagined beside the real ones, in which every common word occurs. */
export const imaginedArticles = 30;

let hashes: ReadonlySet<number> | undefined;

/**
 * Whether a term, by its hash, comes from common words. A handful of articles cannot tell that "please" says nothing;
 * this stands in for the many texts that could. In a large knowledge base it changes next to nothing.
 */
export function isCommonTerm(hash: number): boolean {
  hashes ??= new Set(
    Object.values(commonWords).flatMap((list) =>
      list.split(/\s+/).flatMap((word) => {
        const terms = readTerms(word);
        return termKinds.flatMap((kind) => terms[kind].map((term) => hashTerm(kind, term)));
      }),
    ),
  );
  return hashes.has(hash);
}
