import { withoutDiacritics } from '../without-diacritics';
import type { Cues } from './cues';

/** Polish; endings are left open. */
export const polishCues: Cues = {
  fold: (text) => withoutDiacritics(text).replace(/['-]/g, ' '),
  spaced: true,
  breaks: 'ale jednak lecz tylko_ze bo poniewaz wiec',
  ignored: `nie_(?:chce_)?(?:z_)?(?:bota|botem|robota|robotem|automatu|automatem|maszyna|maszyny)
    a_nie_z?_?(?:bota|botem|robota|robotem|automatu|automatem|maszyna|maszyny) dosc_(?:bota|botow|robota)
    zamiast_(?:bota|robota|automatu) nie_(?:pomaga|pomogl~|dziala)(?:_mi)? nic_nie_da[jl]~? nic_nie_dal`,
  staff: `konsultant~ agent agenta agentem agentowi agentka agentke agentow pracowni[kc]~ doradc~ operator operatora
    operatorem operatorowi moderator moderatora moderatorem moderatorowi mod moda modem admin admina adminem
    adminowi administrator~ przedstawiciel~ kierowni[kc]~ przelozon~ obslug~_klienta biur~_obslugi_klienta
    support_team dzial~_(?:pomocy|wsparcia|obslugi) zespol~_(?:wsparcia|pomocy|obslugi|supportu) wsparci~_techniczn~
    technik~ menedzer~ manager~ infolini~ kims_z_(?:obslugi|supportu|zespolu|firmy|pomocy|wsparcia)
    kogos_z_(?:obslugi|supportu|zespolu|firmy|pomocy|wsparcia)
    ktos_z_(?:obslugi|supportu|zespolu|firmy|pomocy|wsparcia) ktos_od_was kogos_od_was kims_od_was specjalist~ gm
    mistrz~_gry kolega_po_fachu szef~ live_chat czat_na_zywo zywa_pomoc`,
  human: `czlowiek czlowieka czlowiekiem czlowiekowi zyw~_(?:osob~|czlowiek~|konsultant~|agent~)
    prawdziw~_(?:osob~|czlowiek~|ludzi~|ludzmi) (?:ktos|kogos|kims|komus)_(?:prawdziw~|zyw~|realn~) zywego_ducha
    istot~_ludzk~ realn~_osob~ osob~_z_krwi osob[ae]$`,
  someone: `ktos kogos kims komus osob[aye] osobe ludzmi ludzi obslug~ support~ pomoc~ zespol~
    z_ni[ma]_(?:znowu|znow|jeszcze_raz|ponownie)`,
  talk: `rozmawiac porozmawiac pogadac gadac pomowic mowic popisac pisac rozmowa rozmowe rozmowy czatowac pomoc_mi pomoze
    odezwie odezwal odpisze odpowie zajal zajmie wyjasnic_z omowic sprawdzil zajrzal rozwiazal pomogl`,
  transfer: `polacz polaczcie polaczyc polaczenie polaczenia polaczy laczcie lacz przelacz~ przekieruj~ przekierowa~ przekaz
    przekazcie przekazac przekazanie skontaktowac kontaktowac kontakt kontaktu skontaktuj~ zadzwonic dzwonic
    zawolaj~ zawolac wezwij~ poprosic wolaj podlacz eskaluj dajcie_mi przenies~`,
  want: `chce chcialbym chcialabym chcialem chcemy potrzebuje poprosze prosze wole wolalbym wolalabym dajcie daj dawaj
    dawac zadam potrzebny potrzebna domagam czy_moge moge mozna mogl?bym moglabym czy_jest jest_tu jest_ktos musze
    trzeba_mi da_sie_porozmawiac niech czy_ktos czy_mozna gdzie_jest macie`,
  alone: 'polacz_mnie polaczcie_mnie przelacz_mnie',
  filler: `prosze poprosze pls plis please tak ok hej czesc dzien_dobry zyw~ prawdziw~ z do teraz szybko pilnie pilne
    natychmiast dzieki juz od_razu na human wreszcie jakis jakiegos realn~ zaraz`,
  tale: `skork~ kostium~ rozdzia~ quest~ misj~ poziom~ ras~ klas~ postac~ gildi~ klan~ sklep~ kupic zdobyc odblokowac
    powiedzial~ kazal~ mowil~ trwa czeka_sie godzin~ gr[aeyz] grze gra gracz~ graczami ukrad~ oszuk~ zglosic czy_ty
    jestes rozmawiam handlarz~ wiosc~ tajn~ specjaln~ bron~ boss~ wlosow utkn~ film~ zabij~ druzyn~ duet~ wyrzucil
    znajom~ ile_sie widza zostac_(?:agent|moderator|admin|operator|konsultant)~ podziekuj~ podziekow~ zapomnial~
    imie imienia ktory_mi_pomog~ ktora_mi_pomog~ sprawdza ilu ile jakie`,
  denied: 'nie bez zadn~ ani nigdy zbedn~ obejdzie nikim nikogo',
  rhetorical: 'dlaczego czemu czy_nie',
  cancellation:
    'niewazne nie_wazne zapomnij anuluj rozmyslilem rozmyslilam zmienilem_zdanie zmienilam_zdanie dobra_nie',
  oftenMistyped:
    'konsultantem konsultanta konsultant czlowiekiem czlowieka rozmawiac porozmawiac agentem pracownikiem operatorem',
  noSlips: 'agenten rozmawial rozmawiam rozmawiasz',
};
