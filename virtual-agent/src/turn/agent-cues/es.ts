import { withoutDiacritics } from '../without-diacritics';
import type { Cues } from './cues';

/** Spanish. */
export const spanishCues: Cues = {
  fold: (text) => withoutDiacritics(text).replace(/['-]/g, ' '),
  spaced: true,
  breaks: 'pero sino aunque porque y_quiero y_necesito y_me',
  ignored: `no_(?:quiero_)?(?:a_|con_)?(?:un_|a_un_|hablar_con_un_)?(?:ro)?bots? nada_de_(?:ro)?bots? no_una_maquina
    basta_de_(?:ro)?bots? sin_robots no_(?:me_)?(?:sirve|ayuda|ayudo|sirvio|funciona)(?:_de_nada)?`,
  staff: `agentes? asesor asesora asesores representantes? operador operadora operadores operadoras encargad[oa]s?
    supervisor supervisora gerente jefe jefa moderador moderadora moderadores mod mods admin admins administrador
    empleado empleada personal_de colegas? companer[oa]s?_(?:humanos?|tuyos?|suyos?) uno_de_sus_companeros
    atencion_al_(?:cliente|usuario|jugador) servicio_al_cliente servicio_de_atencion
    soporte_(?:humano|tecnico|en_vivo) equipo_de_soporte personal_de_soporte
    alguien_del?_(?:soporte|equipo|la_empresa|atencion|ustedes|staff) tecnico ejecutivo ejecutiva staff gm
    responsable chat_en_vivo ayuda_humana teleoperador~ trabajador~ consultor~ especialista`,
  human: `humanos? humanas? umanos? ser_humano seres_humanos personas?_(?:reale?s?|de_verdad|humana|viva|fisica|de_carne)
    alguien_(?:real|de_verdad|humano|vivo) gente_(?:real|de_verdad) verdadera_persona carne_y_hueso una_persona$`,
  someone: 'alguien persona personas gente soporte equipo',
  talk: `hablar ablar conversar chatear platicar charlar comunicar comunicarme comunicarse comunico tratar tratarlo
    contestar conteste ayudarme escribir_a dialogar hablo_con atiend~ atend~ ayud~ respond~ revise resuelva ocupe
    encargue`,
  transfer: `pasame paseme pasenme pasar pasarme pase pon ponme ponganme pongame comuniqueme comunicame comuniquenme
    conectame conecteme conectenme conectar conectarme transferir transfiere transfiereme transfierame transfieranme
    derivar deriveme derivame contactar contacto contactarme contactarnos poneme llama llamen llame llamar escala
    escalar redirige redirigeme redirijanme enviame mandame localizar traeme trae`,
  want: `quiero kiero quisiera qiero necesito nesecito me_gustaria gustaria prefiero preferiria exijo solicito pido deseo
    hay_algun~ hay_alguien puedo podria podrian puede puedes dame denme demen da deme quieren busco_un dejame
    dejenme requiero ocupo necesita sigo_queriendo urge existe algun~ como_puedo tienen en_linea conectad[oa]s?
    disponible~ online`,
  alone: 'transfiereme transfierame comuniqueme conectame',
  filler: `por_favor porfa porfavor pf un una el la los las con de del ya ahora urgente hola si ok gracias real humano
    verdad vivo rapido rapidamente inmediatamente solo mejor hablar vamos otra vez ahora_mismo`,
  tale: `skins? traje disfraz capitulo mision misiones nivel raza clase personaje clan gremio tienda comprar paquete
    desbloque~ ser_moderador ser_agente dijo dijeron tardaria tarda horario horarios jugar juego robo robaron eres
    estoy_hablando mercader pueblo secreto municion heroe arma jefe_final devuelvan reporto reportar denunciar
    amig[oa]s? pelo mi_agente mi_operador pelicula hizo toxica debil invitar matar mato boss zona_humana gracias_al?
    las_gracias olvide olvido nombre_del? que_me_ayudo que_me_atendio cuant[oa]s? en_que`,
  denied: 'no sin nunca tampoco jamas ningun~ nadie ya_no ni innecesario',
  rhetorical: 'por_que_no porque_no no_puedo_hablar no_hay no_tienen no_podria',
  cancellation: 'olvidalo olvidelo da_igual dejalo no_importa cancela(?:r|lo)? cambie_de_opinion',
  oftenMistyped: 'agente hablar persona humano asesor operador soporte representante supervisor',
  noSlips: 'agentes hablan hablas persones personal personas humanos humana gente hablare hablara',
};
