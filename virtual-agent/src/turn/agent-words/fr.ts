import { setOf } from './set-of';
import type { SpacedWords } from './spaced-words';
import { withoutDiacritics } from './without-diacritics';

/** French. */
export const french: SpacedWords = {
  fold: (text) =>
    withoutDiacritics(text)
      .replace(/s['\s-]?il (?:vous|te) pla[i]t/g, 'svp')
      .replace(/quelqu['\s]?un(?![a-z])/g, 'quelquun')
      .replace(/['-]/g, ' '),
  clauseBreaks: setOf('mais cependant'),
  personWords: setOf(`agent agents agente humain humains humaine operateur operatrice conseiller conseillere conseillers
    representant representante technicien responsable superviseur moderateur moderatrice employe quelquun personne
    service support assistance equipe gens`),
  betweenWords:
    setOf(`vers a au aux avec de d du des un une le la les l en vrai vraie veritable reel reelle autre votre vos ton
    service client clientele support technique directement juste moi nous me plutot direct ligne relation contact
    immediatement maintenant vivant`),
  afterWords:
    setOf(`du svp stp humain humaine reel reelle vrai vraie vivant physique en de du maintenant merci rapidement vite
    pour qui car parce au a sur et ou tout directement svp ici disponible client clientele technique la aujourd alors
    competent et pas`),
  vaguePersons: setOf('quelquun personne service support assistance equipe gens'),
  otherPlayers: setOf('equipe gens'),
  realWords: setOf('vrai vraie veritable reel reelle votre vos humain humaine vivant client clientele'),
  realPhrase:
    /(?:^| )(?:personne|quelquun) (?:du|reel|reelle|humaine?|de|physique|vivante?)$|(?:^| )(?:service|support|assistance|equipe) (?:client|clientele|technique|humaine?)$/,
  talkVerbs: setOf('parler discuter echanger causer joindre contacter chatter tchater parle'),
  callVerbs: setOf('appeler ecrire'),
  transferVerbs:
    setOf(`mis mise transferer transferez transfere transferes passez passe passer connectez connecte mettez met mets mettre
    redirigez redirige basculez`),
  transferLinks: setOf('a au vers avec un une l'),
  wantVerbs:
    setOf(`passer passez passe veux voudrais veut voulais aimerais souhaite souhaiterais besoin demande prefere prefererais donnez donne faut
    avoir envoyez`),
  carryingWords:
    setOf(`je j tu vous me m te t moi de d a ai as avez veux voudrais veut aimerais souhaite besoin vraiment surtout
    plus faut il envie ne n du tout pas`),
  negations: setOf('pas jamais sans aucun ni inutile'),
  denyingPair: /^plus besoin$/,
  questionWords: setOf('pourquoi'),
  politeVerbs: setOf('puis peux pourrais pourrait'),
  bareRequest:
    /^(?:(?:svp|stp|oui|ok|bonjour|salut|alors|un|une|l|le|la|vrai|vraie|veritable|service|support|agent|conseiller|en|plutot) )*(?:agent|humain|humaine|operateur|operatrice|conseiller|conseillere|representant|moderateur|personne reelle|vraie personne|agent humain|service client|support client)(?: (?:svp|stp|merci|maintenant|vite|reel|humain|en ligne))*$/,
  bareWeak: /^$/,
  setPhrases: [
    /\b(?:y a t il|est ce qu il y a|il y a) (?:un |une )?(?:vrai |vraie )?(?:quelquun|humain|agent|conseiller|operateur|personne)(?: (?:reel|reelle|humain|ici|de disponible|disponible|la|a qui parler))*$/,
    /\b(?:transferez|transfere|passez|connectez) moi(?: (?:svp|stp|maintenant|vite))*$/,
  ],
  cancellation:
    /^(?:(?:non|ok|oh|bon|en fait) )*(?:laisse[rz]? tomber|oubliez?(?: ca| cela)?$|laissez?$|annulez?|peu importe|j ai change d avis)/,
};
