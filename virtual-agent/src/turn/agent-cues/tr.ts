import { withoutDiacritics } from '../without-diacritics';
import type { Cues } from './cues';

/** Turkish; endings are left open. */
export const turkishCues: Cues = {
  fold: (text) => withoutDiacritics(text).replaceAll('ı', 'i').replace(/['-]/g, ' '),
  spaced: true,
  breaks: 'ama fakat ancak lakin cunku yine_de',
  ignored: `robot(?:la|a|u)?_(?:istemiyorum|degil) (?:bot|bota|botla|botu|makineyle|makine|yapay_zeka)_(?:istemiyorum|degil)
    robot_yok bot_yok ise_yaramadi yardimci_olmadi bot_yerine robot_yerine`,
  staff: `temsilci~ yetkili~ operator~ gorevli~ moderator~ mod modla admin~ yonetici~ mudur~ sorumlu~ danisman~ personel~
    uzman~ amir~ musteri_hizmet~ canli_(?:destek|deste[gk]~|temsilci~|sohbet~|yardim~) destek_ekib~
    destek_(?:temsilci~|gorevli~|personel~|ekip~) teknik_destek~ cagri_merkez~ agent~ ajan_desteg~ ekibinizden_bir~
    ekipten_bir~ sizden_bir~ destekten_bir~ patron~ gm calisani?n?iz~ calisanla calisaninizla bir_calisan`,
  human: `insan insanla insana insani insan_evladi insanoglu
    (?:gercek|canli)_(?:bir_|bi_)?(?:insan~|kisi~|biri~|adam~|birisi~) gercek_bir~ canli_bir~`,
  someone: 'biri birisi biriyle birisiyle birine birisine kimse kisi kisiyle destek destege desteg~ ekip~ bir_arkadas',
  talk: `konus~ gorus~ sohbet yazis~ muhatap ilgilen~ yardim_etsin yardimci_olsun baksin cevap_versin mesajlas~ iletisim
    dertles~ bakmasi bakabilir~ bakar bakin cozsun cozmesi incelesin yanit~ cevap~ anlatmak dinlesin`,
  transfer: `bagla baglayin baglar baglan baglanmak baglanti baglanabilir~ aktar aktarin aktarir~ aktarilmak yonlendir~
    cagir~ cagirin ulas~ ulasabilir~ iletisime irtibat~ devret~ transfer~ arayin arasin gecir gecirin verin ver_bana
    ilet~ devralsin baglanti_kur~ iletisim_kur~ temas~ gonderin yolla~`,
  want: `istiyorum istiyom istiyoz isterim istiyoruz istedim ihtiyac~ lazim gerek~ var_mi yok_mu lutfen rica talep~
    tercih~ olsun bana_bir ver verin bul getir~ mumkun`,
  alone: 'beni_bagla beni_aktar',
  filler: `lutfen bir bi hemen acil acilen simdi evet merhaba selam tamam tesekkurler gercek canli musteri destek ile hayir
    artik hocam sadece`,
  tale: `kostum~ skin~ bolum~ gorev_~ seviye~ irk~ sinif~ karakter~ lonca~ klan~ magaza~ satin paket~ acarim olmak_ist~
    dedi soyledi surer saat~ kacta oyun~ oyna~ cald~ sikayet~ bot_musun misin konusuyorum_mu konusuyorum makineyle
    koydeki tuccar~ gizli muhimmat cephane~ sac~ sikist~ zayif~ kim_yapti film~ arkadas~im konustum yazdim duzeldi
    kaba harika~ rapor~ olmak_istiyorum nerede tesekkur_ed~ adini ismini yardim_eden inceliyor kac hangi`,
  denied: `istemiyorum istemem istemiyoruz gerek_yok gerek_kalmadi lazim_degil gerekmiyor gerekmez baglama baglamayin
    aktarma aktarmayin degil kimseyle hayir_~_istem~ ihtiyac~_yok ihtiyac~_kalmadi yonlendirme cagirma~ gereksiz
    ihtiyacim_yok olmadan`,
  rhetorical: 'neden niye niçin nicin',
  cancellation: 'vazgectim bosver bos_ver onemli_degil iptal unut_gitsin gerek_kalmadi',
  oftenMistyped: 'temsilci temsilciyle insanla operator yetkiliyle konusmak gorusmek',
  noSlips: 'konusma gorusme',
};
