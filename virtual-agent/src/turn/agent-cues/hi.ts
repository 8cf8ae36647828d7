import type { Cues } from './cues';

/** Hindi, in Devanagari and in Latin letters. */
export const hindiCues: Cues = {
  fold: (text) => text.normalize('NFD').replaceAll('\u093c', '').replaceAll('\u0901', '\u0902').normalize('NFC'),
  spaced: true,
  breaks: 'लेकिन मगर पर_मुझे क्योंकि lekin magar par_mujhe kyunki',
  ignored: `(?:बॉट|बोट|रोबोट|मशीन)(?:_से)?_(?:नहीं|मत|नही) (?:bot|robot|machine)(?:_se)?_(?:nahi|nahin|mat|nhi)
    मदद_नहीं_(?:मिली|हुई) काम_नहीं_(?:आया|कर_रहा) helpful_nahi`,
  staff: `एजेंट एजेन्ट एजंट प्रतिनिधि कस्टमर_(?:केयर|सर्विस|सपोर्ट) ग्राहक_(?:सेवा|सहायता|सेवक)
    सपोर्ट_(?:टीम|वाले|एजेंट|वालों|स्टाफ) मैनेजर प्रबंधक ऑपरेटर ओपरेटर अधिकारी कर्मचारी मॉडरेटर एडमिन सुपरवाइजर
    सुपरवाइज़र स्टाफ हेल्पलाइन लाइव_(?:चैट|एजेंट|सपोर्ट) सहायता_टीम टेक्नीशियन agent
    customer_(?:care|service|support) support_(?:team|wale|walo|staff|agent) manager operator representative
    executive moderator mod admin adhikari karmchari supervisor helpline live_(?:chat|agent) pratinidhi`,
  human: `इंसान इन्सान मनुष्य (?:असली|सच्चे|वास्तविक|जीवित)_(?:व्यक्ति|आदमी|इंसान|लोग~|शख्स) व्यक्ति मानव insaan insan
    (?:asli|real|asal)_(?:aadmi|admi|insaan|insan|person|banda|bande|vyakti) human real_person`,
  someone: 'किसी कोई आदमी बंदे बंदा सपोर्ट टीम kisi koi aadmi banda bande support team',
  talk: `बात_कर~ बात_(?:करनी|करना|कराओ|करवा|कराइए|कराएं|करवाइए|करवाओ|हो_सकती) बातचीत_कर~ चैट_(?:कर|करना|करनी|कराओ)
    baat_(?:kar|karni|karna|karao|karo|karwao|karwa|kara|karvao|karwa_do|karvado|ho_sakti)~
    bat_(?:kar|karni|karna|karao|karwa)~ chat_kar~ मदद_कर~ madad_kar~ जवाब_दे~ संवाद देख_ले हल_कर~ सुलझा~ dekh_le
    baat_ho`,
  transfer: `जोड़~ जोड~ मिला_द~ मिला_दो मिलाओ मिलवा~ मिलाइए कनेक्ट~ ट्रांसफर~ ट्रान्सफर~ बुला~ बुलाओ संपर्क_कर~ सम्पर्क~
    पहुंचा~ भेज_द~ भेजो connect~ transfer~ bula~ bulao jod~ jodo milao mila_do milwa~ sampark~ forward~ call_kar~
    contact_kar~ contact_karao फोन_कर~ लाओ lao laao phone_kar~`,
  want: `चाहिए चाहता चाहती चाहते चाहूंगा चाहूंगी है_क्या मौजूद दो दीजिए दे_दो चाहिये जरूरत_है कहां chahiye chaiye chahie
    chahta chahti hai_kya do_mujhe de_do dedo dijiye zarurat_hai jarurat_hai sakta_hu~`,
  alone: 'कनेक्ट_करो ट्रांसफर_करो transfer_karo connect_karo',
  filler: `कृपया प्लीज मुझे कोई किसी एक please plz pls mujhe koi kisi ek से se अभी abhi जल्दी jaldi तुरंत turant हां haan
    नमस्ते namaste असली asli real live लाइव धन्यवाद चाहिए chahiye को ko भाई bhai`,
  tale: `स्किन वाली_स्किन अध्याय मिशन लेवल जाति क्लास किरदार गिल्ड दुकान खरीद~ बनना_चाह~ ने_कहा बोला कहा_था लगेंगे
    समय_लगता बजे खेल~ गेम~ तलवार चुरा~ शिकायत~ तुम_बॉट तुम_इंसान कर_रहा_हूं_या कर_रहा_हूं_क्या व्यापारी गांव सीक्रेट
    गुप्त हथियार बाल फंसा किसने_बनाया हुई_थी की_थी बात_की बुरे कमजोर फिल्म skin mission level class character guild
    shop khareed~ kharid~ banna bola kaha_tha khel~ game talwar chura~ tum_insaan tum_bot secret pack ho_gayi_thi
    hui_thi ki_thi दोस्त~ dost~ धन्यवाद_कह~ नाम मदद_की naam देखता कितने कितना कितनी kitne kitna kitni`,
  denied: 'नहीं नही मत ना बिना कभी_नहीं nahi nahin nhi mat bina na',
  rhetorical: 'क्यों_नहीं kyu~_nahi kyo~_nahi सकता_क्या नहीं_है_क्या',
  cancellation: 'रहने_दो रहने_दीजिए छोड़ो छोडो कोई_बात_नहीं rehne_do chhodo chodo koi_baat_nahi cancel',
};
