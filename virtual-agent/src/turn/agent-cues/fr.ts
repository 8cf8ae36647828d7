import { withoutDiacritics } from '../without-diacritics';
import type { Cues } from './cues';

/** French. */
export const frenchCues: Cues = {
  fold: (text) =>
    withoutDiacritics(text)
      .replace(/s['\s-]?il (?:vous|te) pla[i]t/g, 'svp')
      .replace(/['-]/g, ' '),
  spaced: true,
  breaks: 'mais cependant car parce_que donc alors sauf_que',
  ignored: `pas_(?:un|de|d|le|a_un|avec_un)_?(?:ro)?bots? pas_une?_machine marre_d[eu]s?_(?:ro)?bots?
    ne_veux_pas_d_?(?:un|e)?_(?:ro)?bots? mot_de_passe ne_m_aide(?:nt)?_(?:pas|en_rien) m_aide_pas ne_marche_pas
    marche_pas ne_fonctionne_pas ca_aide_pas n_aide_pas pas_(?:utile|aide) ne_sert_a_rien
    ai_(?:deja_)?(?:parle|discute|contacte)_(?:a|avec|au|le|la|l)?_?(?:un|une|votre|le|la)?_?(?:agent|humain|conseiller|support|service_client|sav)?`,
  staff: `agents? agente conseillers? conseilleres? operateurs? operatrices? representante?s? techniciens? technicienne
    responsables? superviseurs? superieur moderateurs? moderatrices? modos? admins? administrateurs? employes?
    collegues? service_client~ support_client~ service_apres_vente sav assistance_(?:client~|humaine|technique)
    support_(?:humain|technique) equipe_support equipe_du_support
    membre_(?:de_votre|de_l|du)_(?:equipe|staff|support) staff gm mj gerant manager teleconseillers? interlocuteur
    chef_de_service charge_de_clientele hotline aide_humaine service_technique assistant_humain
    (?:quelqu_un|qqn|kelkun|quelquun)_(?:du|de_votre|de_chez|de_l_equipe|des)_?~`,
  human: `humains? humaine?s? etres?_humains? vraies?_(?:gens|personnes?) vrais?_(?:gens|humains?|mecs?|types?)
    personnes?_(?:reelles?|physiques?|vivantes?|humaines?)
    (?:quelqu_un|quelquun|qqn|kelkun)_(?:de_)?(?:reel|vrai|humain|vivant|physique) en_chair_et_en_os
    veritable_personne une_personne$`,
  someone: 'quelqu_?un qq1 qqn qqun kelkun kelqun quelqun personne support assistance equipe',
  talk: `parler discuter echanger causer converser chatter tchatter m_adresser adresser m_entretenir entretenir dialoguer
    repondre me_repond reponde m_aider m_aide traiter ecrire_a parlez communiquer avoir_affaire parle regler regarde
    occupe resoudre prendre_en_charge`,
  transfer: `transferer transferez transfere transferes transferee? transfert passez passe passer passes connectez connecte
    connecter mettez mets mettre mis mise redirigez redirige rediriger redirigee? basculez bascule basculer joindre
    contacter contact relation appelez appeler escalader remonter remontez orientez orienter dirigez envoyez_moi
    envoie_moi branchez faites_venir`,
  want: `veux veu voudrais veut voulons aimerais aimerai souhaite souhaiterais besoin prefere prefererais exige demande
    faut donnez donne donnes file filez reclame y_a_t_il y_a est_ce_que_je_peux je_peux jpeux jpeu puis_je pourrais
    pourriez laissez laisse trouvez cherche_a existe_t_il j_attends possible jveux jveu comment_faire comment_je
    on_peut ou_sont ou_est dispo disponible un_autre`,
  alone: '(?:transferez|transfere|connectez|connecte)_moi passez_moi_quelqu_un',
  filler: `svp stp merci un une l le la les du de des d oui ok bonjour salut hey alors maintenant vite vrai vraie en ligne
    urgent urgence rapidement tout_de_suite plutot juste seulement bon sang non humain physique je_dis encore
    immediatement par_pitie`,
  tale: `skins? costumes? tenue boutique jeu jouer joue joueurs? quetes? chapitre niveau race classe perso personnages?
    guilde clan boss debloquer debloque acheter devenir dit repondu horaires combien payes double_agent agent_double
    secret argent pnj marchand village roi royal monstre voler vole tue agents_immobiliers duo tu_es es_tu t_es
    est_ce_que_tu bizarre drole ameliorer facture mon_agent mes_agents signaler dans_le_jeu amis? invite film
    recompense trop_(?:faible|fort|dur|nul|lent) changer_d bloque ai_contacte j_ai_parle_a_un_agent_du remerci~
    qui_m_a oublie_le_nom nom_de_l nom_du quel quelle quels quelles`,
  denied: 'ne n pas sans aucune? jamais inutile ni plus_besoin non_merci',
  rhetorical: 'pourquoi pk pkoi pq ne_(?:peux|pourrais|puis)_(?:je|tu)_pas',
  cancellation: 'laisse[rz]?_tomber oublie[zr]?(?:_(?:ca|cela))?$ annulez? peu_importe j_ai_change_d_avis',
  oftenMistyped: 'agent humain conseiller operateur parler personne responsable support transferer',
  noSlips: 'argent parlers parles parlez parlera parlent humaine humains agents parle personnes parler parlee',
};
