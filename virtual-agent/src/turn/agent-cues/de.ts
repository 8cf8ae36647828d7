import { withoutDiacritics } from '../without-diacritics';
import type { Cues } from './cues';

/** German. */
export const germanCues: Cues = {
  fold: (text) => withoutDiacritics(text).replace(/['-]/g, ' '),
  spaced: true,
  breaks: 'aber sondern jedoch weil denn trotzdem und',
  ignored: `kein(?:en|em)?_(?:ro)?(?:bot|boter)s? keine_(?:bots|maschine|ki|roboter)
    nicht_mit_(?:einem|einer|nem|dem|ner)_(?:bot|roboter|maschine|ki) hilft_(?:mir_)?(?:auch_)?nicht hilft_nichts
    bringt_nichts geht_nicht klappt_nicht funktioniert_nicht
    statt_(?:einem|einer|eines)_(?:bots?|roboters?|maschine)`,
  staff: `(?:kunden|support)?mitarbeiter~ mitarbeitend~ berater~ kundenberater~ agent agenten agents agentin
    sachbearbeiter~ ansprechpartner~ ansprechperson kundenservice kundendienst kundensupport kundenbetreuung
    kundenbetreuer~ vorgesetzt~ chef chefin moderator~ mod admin admins administrator~ operator kolleg~ supportteam
    support_team support_mitarbeiter~ angestellt~ techniker~ personal vertreter~ betreuer~ gamemaster gm teamleiter~
    manager~ hotline live_chat livechat live_support
    jemand~_vo[mn]_(?:support|team|euch|ihnen|kundenservice|service)
    jemand~_aus_(?:dem|eurem|ihrem)_(?:support|team) zustaendig~ verantwortlich~ menschliche_hilfe`,
  human: `mensch menschen menschens menschlich~
    (?:echt|richtig|real|lebend|leibhaftig|wirklich)~_(?:person~|leute|menschen?|jemand~|typ~)
    jemand~_(?:echt|richtig|real|menschlich)~ person_aus_fleisch eine?n?_person$`,
  someone: 'jemand~ person~ leute support team wen',
  talk: `sprechen reden sprech red chatten schreiben unterhalten telefonieren quatschen kommunizieren kuemmer~ helfen
    hilft austauschen zu_tun_haben beraten_werden anschaut ansieht anschauen kummert loesen losen bearbeiten`,
  transfer: `verbinden verbinde verbindet verbunden verbind weiterleiten leite leiten leitet weiterleitung weitergeleitet
    durchstellen stell stelle stellen uebergeben ubergeben uebergib weitergeben erreichen erreiche erreicht
    kontaktieren kontakt kontaktiere hol holen ruf rufen vermitteln vermittle vermittelt schalte melden meldet melde
    anrufen wenden`,
  want: `will moechte mochte wuerde wurde brauch brauche brauchen brauchte haette hatte gib geben gebt verlange wunsche
    wuensche gibt_es gibts kann_ich koennte konnte kann darf lass lassen will_nur suche_einen benotige benoetige
    bitte_um fordere ich_bitte her_mit bevorzuge lieber mag muss schick schickt habt_ihr online verfugbar verfuegbar`,
  alone: 'verbinden_sie_mich verbinde_mich leiten_sie_mich_weiter leite_mich_weiter',
  filler: `bitte ein eine einen einem einer nen nem ne der die den dem sofort jetzt schnell danke hallo hi hey ja ok okay
    echt~ richtig~ real~ lebend~ dringend mal doch mit nochmal an zum zur von vom hier einfach sprechen`,
  tale: `skins? agenten_skin kostum~ kostuem~ paket kapitel quest~ level rasse klasse figur charakter~ krieger ritter
    haendler handler gilde clan shop kaufen freischalten werden_will moderator_werden sagte gesagt meinte dauert
    wann wie_lange spiel spielen zocken geklaut gestohlen bist_du rede_ich spreche_ich_gerade
    spreche_ich_mit_(?:dem|der)_(?:haendler|handler) dorf held waffe geheimagent~ mein_agent freunde? boss gebaut
    schwach stark melde_ich arbeitet arbeiten maschine_oder werden$ lieblingsrolle bekomme_ich filme? dankt dank_an
    namen? der_mir_geholfen die_mir_geholfen vergessen pruft prueft wie_viele wieviele welche~`,
  denied: 'nicht kein~ ohne nie niemals nix weder brauchts_nicht unnotig niemand~',
  rhetorical: 'warum wieso weshalb kann_ich_nicht kann_man_nicht',
  cancellation: 'vergiss_es vergessen_sie_es egal doch_nicht schon_gut hat_sich_erledigt abbrechen',
  oftenMistyped: 'mitarbeiter agenten menschen mensch berater sprechen kundenservice support person',
  noSlips: 'personen menschen sprecher menschens',
};
