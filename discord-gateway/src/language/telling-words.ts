import type { PlayerLanguage } from '@discord-channel/player-texts';

/** Greetings and words that players begin with, each of one language alone. With and without diacritics. */
const words: Readonly<Record<'en' | 'fr' | 'pl', string>> = {
  en: `hello thanks please password refund account banned crashed doesn't don't can't forgot`,
  fr: `bonjour bonsoir salut coucou merci slt bjr svp oublié oublie passe compte remboursement remboursé connecter
    connexion j'ai jai c'est n'arrive pourquoi quelqu'un besoin aidez aide-moi`,
  pl: `cześć czesc hej witam siema siemka dzięki dzieki dziękuję dziekuje proszę prosze hasło haslo hasła hasla konto
    konta kontem zapomniałem zapomnialem zapomniałam zapomnialam zwrot pieniędzy pieniedzy nie mogę moge zalogować
    zalogowac dlaczego pomóżcie pomozcie`,
};

/** The language that a word, in lower case, gives away. */
export const tellingWords: ReadonlyMap<string, PlayerLanguage> = new Map(
  (['en', 'fr', 'pl'] as const).flatMap((language) =>
    words[language].split(/\s+/).map((word): [string, PlayerLanguage] => [word, language]),
  ),
);
