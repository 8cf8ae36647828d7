import { withoutDiacritics } from '../without-diacritics';
import type { Cues } from './cues';

/** Portuguese. */
export const portugueseCues: Cues = {
  fold: (text) => withoutDiacritics(text).replace(/['-]/g, ' '),
  spaced: true,
  breaks: 'mas porem porque pois so_que e_quero e_preciso',
  ignored: `nao_(?:quero_)?(?:com_)?(?:um_|falar_com_(?:um_)?)?(?:ro)?bos?
    nao_(?:quero_)?(?:um_|falar_com_(?:um_)?)?(?:bot|robo|robot|maquina) chega_de_(?:robo|bot|robos|bots)
    nada_de_(?:robo|bot) sem_robo
    nao_(?:me_)?(?:ajudou|ajuda|adiantou|serve|serviu|funciona|resolveu)(?:_em_nada|_nada)?`,
  staff: `atendentes? agentes? representantes? operador operadora operadores supervisor supervisora gerente chefe
    responsavel moderador moderadora moderadores mod mods adm adms admin admins administrador funcionari[oa]s?
    colegas? colaborador~ consultor consultora atendimento(?:_ao_cliente|_humano)? sac
    suporte_(?:humano|tecnico|ao_vivo) equipe_de_(?:suporte|atendimento)
    alguem_d[aoe]_(?:suporte|equipe|atendimento|empresa|voces|time) pessoal_do_suporte tecnico staff gm chat_ao_vivo
    ajuda_humana assistente_humano especialista central_de_atendimento`,
  human: `humanos? humanas? umanos? ser_humano seres_humanos
    pessoas?_(?:reais|real|de_verdade|humana|viva|fisica|de_carne) alguem_(?:real|de_verdade|humano|vivo)
    gente_(?:real|de_verdade) carne_e_osso uma_pessoa$`,
  someone: 'alguem pessoa pessoas gente suporte equipe',
  talk: `falar fala conversar conversa bater_papo papear chatear tratar responder responda comunicar ajudar_me me_ajudar
    dialogar falo teclar atend[aeiou]~ ajud~ veja resolva analise cuide`,
  transfer: `passa passe passar passem transfere transfira transferir transferem transferido transferida conecta conecte
    conectar conectem encaminha encaminhe encaminhar encaminhado coloca coloque colocar direciona direcione
    direcionar contato contatar contactar contata chama chame chamar chamem liga ligue ligar escalar escale manda
    mandem redireciona bota_pra_falar traz`,
  want: `quero qero queria gostaria preciso necessito prefiro preferia exijo solicito peco desejo posso poderia pode
    podem da de_me me_da me_de dem tem_algum~ tem_alguem tem_como ha_algum~ ha_alguem deixa deixe vc_pode voce_pode
    existe algum~ como_entro como_faco como_consigo ainda_quero requeiro tem_humano online disponive~ conectad[oa]s?`,
  alone: 'me_transfere me_transfira transfira_me',
  filler: `por_favor pf pfv pfvr um uma o a os as com de do da ja agora urgente oi ola sim ok obrigad[oa] real humano
    verdade vivo rapido imediatamente so falar por favor logo mesmo agora_mesmo`,
  tale: `skins? traje fantasia capitulo missao missoes nivel raca classe personagem cla guilda loja comprar pacote
    desbloque~ ser_moderador ser_agente quero_ser disse disseram demora levaria horario horarios jogar jogo roubou
    voce_e estou_falando mercador vila secreto municao heroi arma devolvam denuncio denunciar amig[oa]s? cabelo
    careca meu_agente meu_operador filme fez toxico fraca convidar matar matou chefao preso agradec~ esqueci
    nome_d[oa] que_me_ajudou que_me_atendeu quantos? quantas? qual quais em_que
    (?:entrei|entramos|fiz|tive)_(?:em_)?contato contatei`,
  denied: 'nao sem nunca tampouco nenhum~ ninguem nem jamais desnecessario dispenso',
  rhetorical: 'por_que porque_nao pq_nao nao_tem_como nao_tem_nenhum nao_posso_falar nao_da_pra',
  cancellation: 'esquece deixa_pra_la deixa_quieto tanto_faz cancela(?:r)? mudei_de_ideia nao_importa',
  oftenMistyped: 'atendente agente falar pessoa humano operador suporte representante supervisor',
  noSlips: 'atendentes agentes pessoal pessoas humanos humana gente falam falas falara',
};
