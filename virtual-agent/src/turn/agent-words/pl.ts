import { setOf } from './set-of';
import type { SpacedWords } from './spaced-words';
import { withoutDiacritics } from './without-diacritics';

/** Polish; with the cases that a verb or a preposition puts the person in. */
export const polish: SpacedWords = {
  fold: (text) => withoutDiacritics(text).replace(/['-]/g, ' '),
  clauseBreaks: setOf('ale jednak lecz'),
  personWords: setOf(`agent agenta agentem agentowi agenci agentow agentka agentke konsultant konsultanta konsultantem
    konsultantowi konsultantow konsultantka konsultantke konsultantki czlowiek czlowieka czlowiekiem czlowiekowi pracownik
    pracownika pracownikiem pracownikowi doradca doradce doradcy doradca operator operatora operatorem moderator moderatora
    moderatorem przedstawiciel przedstawiciela przedstawicielem kierownik kierownika kierownikiem ktos kogos kims osoba
    osobe osoby ludzmi ludzi obsluga obslugi obsluge supportem support pomoca zespolem kimkolwiek`),
  betweenWords:
    setOf(`z ze do na o w mnie mi nas sie jakims jakiegos jakas jakis jakiejs prawdziwym prawdziwego prawdziwa
    prawdziwy zywym zywego zywy zywa realnym waszym waszego innym innego twoim kims normalnym normalnego po prostu teraz
    bezposrednio biurem biura dzialem dzialu pomocy technicznej wsparcia dzial od pilnie prosze juz`),
  afterWords:
    setOf(`prosze teraz pls plis zaraz natychmiast szybko bo ktory ktora w o z na i a od pomocy technicznej wsparcia
    klienta klientow obslugi supportu dzieki dziekuje juz zywym prawdziwym jak najszybciej tutaj dzisiaj zamiast nie po od`),
  vaguePersons: setOf(
    'ktos kogos kims kimkolwiek osoba osobe osoby ludzmi ludzi obsluga obslugi obsluge supportem support pomoca zespolem',
  ),
  otherPlayers: setOf('ludzmi ludzi zespolem'),
  realWords: setOf(
    'prawdziwym prawdziwego prawdziwa prawdziwy zywym zywego zywy zywa waszym waszego realnym biurem biura',
  ),
  realPhrase: /(?:^| )(?:obsluga|obsluge|obslugi) klienta$|(?:^| )(?:kims|ktos|kogos) (?:z|ze|od)$/,
  talkVerbs: setOf(`rozmawiac porozmawiac pogadac gadac mowic pomowic skontaktowac kontaktowac pisac popisac porozmawiam
    rozmowa rozmowe rozmowy kontakt kontaktu`),
  callVerbs: setOf('zadzwonic napisac'),
  transferVerbs: setOf(
    'polacz polaczcie polaczyc przelacz przelaczcie przelaczyc przekieruj przekierujcie przekaz laczcie lacz dac',
  ),
  transferLinks: setOf('z ze do na'),
  wantVerbs: setOf(`chce chcialbym chcialabym chcemy potrzebuje poprosze prosze wole wolalbym wolalabym dajcie daj dawaj
    dawac zawolaj zawolajcie wezwij zadam potrzebny`),
  carryingWords:
    setOf(`chce chcialbym chcialabym musze potrzebuje mnie sie mi juz wcale mam ochoty ochote na bym trzeba musisz
    musicie mozesz prosze`),
  negations: setOf('nie bez zadnego zadnych ani nigdy'),
  denyingPair: /^$/,
  questionWords: setOf('dlaczego czemu'),
  politeVerbs: setOf(''),
  bareRequest:
    /^(?:(?:prosze|poprosze|tak|ok|hej|czesc|zywy|zywego|zywym|prawdziwy|prawdziwego|prawdziwym|z|do) )*(?:konsultant|konsultanta|konsultantem|czlowiek|czlowieka|czlowiekiem|pracownik|pracownika|agent|agenta|agentem|operator|moderator|doradca|obsluga klienta|biuro obslugi klienta|prawdziwa osoba|zywa osoba)(?: (?:prosze|teraz|pls|szybko|dzieki))*$/,
  bareWeak: /^$/,
  setPhrases: [
    /\bczy (?:jest|sa) (?:tu |tutaj |tam )?(?:jakis |jakas |zywy |prawdziwy |prawdziwa |ktos )*(?:czlowiek|konsultant|agent|pracownik|osoba|zywy|prawdziwy)(?: (?:tu|tutaj|dostepny))*$/,
    /\b(?:polacz|polaczcie|przelacz|przelaczcie) mnie(?: (?:prosze|teraz|juz))*$/,
  ],
  cancellation:
    /^(?:(?:nie|ok|dobra|jednak|a) )*(?:niewazne|nie wazne|zapomnij|anuluj|juz nie trzeba|zmienilem zdanie|zmienilam zdanie)/,
};
