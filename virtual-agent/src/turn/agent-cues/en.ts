import type { Cues } from './cues';

/** English. */
export const englishCues: Cues = {
  fold: (text) => text.replace(/'/g, ''),
  spaced: true,
  breaks: 'but however and because cause cuz so though although since then',
  ignored: `not_an?_(?:ro)?bot not_with_an?_(?:ro)?bot not_to_an?_(?:ro)?bot no_(?:more_)?(?:ro)?bots? not_a_machine
    not_an?_ai no_ai no_machines? dont_want_(?:a|to_talk_to_a|this|the|your|to_talk_to_this)_(?:ro)?bot not_this_bot
    not_bots instead_of_(?:a|this|the)_(?:ro)?bot not_an?_article not_interested_in_~ not_helping doesnt_help
    didnt_help not_helpful isnt_helping not_working doesnt_work`,
  staff: `agents? representatives? reps? operators? advisor advisors adviser advisers supervisors? managers? moderators?
    mods? gms? admins? administrator employees? staff staffers? colleagues? coworker customer_service
    customer_support customer_care customer_success client_service helpdesk help_desk
    support_(?:team|staff|agent|person|rep|guy|people|member|crew|desk|line) technical_support tech_support
    live_(?:support|chat|agent|help|assistance) call_cent(?:er|re) technician specialists?
    human_(?:help|support|assistance|agent) (?:guy|person|people|someone|somebody)_who_works higher_up hotline
    consultants? assistants? csr team_member member_of_(?:your|the)_team member_of_staff someone_in_charge
    whoever_is_in_charge person_in_charge someone_from_(?:your|the)_(?:team|company)`,
  human: `humans? human_beings? humanbeing
    (?:real|actual|live|living|proper|genuine|breathing|normal)_(?:(?:live|human|life)_)?(?:person|people|ppl|human|humans|guy|man|woman|men|folks|someone|somebody)
    (?:someone|somebody|anyone|anybody)_(?:real|human|alive|actual|living) (?:person|someone|somebody)_of_flesh
    flesh_and_blood homo_sapiens another_human hooman a_(?:real_)?person$`,
  someone: 'someone somebody anyone anybody person people ppl support team guys one_again',
  talk: `talk speak chat talking speaking chatting discuss deal_with dealing_with communicate converse help_me assist_me
    answer_me respond_to_me reply_to_me write_to write_with look_at handle take_over step_in jump_in have_a_word
    have_a_chat a_word_with a_chat_with conversation_with hear_from listen_to_me message call write sort_out solve
    fix_this review`,
  transfer: `transfer transferr?(?:ed|ing) connect connected connecting forward forwarded escalate escalated switch redirect
    redirected put_me_through put_through put_me_on patch_me patched hand_me hand_me_over hand_over hand_this
    handed_over pass_me pass_me_on pass_on pass_this get_hold_of get_a_hold_of get_ahold_of reach reach_out contact
    contacting in_touch get_through_to refer_me route_me move_me hit_me_up dm_me message_me call_me call ping_me
    summon bring_in available_to come_online assign give_me gimme get_me bring_me fetch_me find_me escalating
    hook_me_up hook_me set_me_up`,
  want: `want wanted wanna need prefer rather require request demand demanding like get_me give_me gimme bring bring_me
    fetch send send_me find_me let_me lemme is_there are_there is_anyone is_any any_chance id_like i_would_like wish
    looking_for can_i could_i may_i can_you_get i_must i_gotta gotta have_to would_be_possible do_you_have you_have
    u_have u_got you_got trying_to asking_for ask_for asked_for insist can_a could_a can_an can_any get_an?`,
  alone:
    'transfer_me connect_me escalate_(?:this|it|my_(?:case|issue|problem|ticket|request)) put_me_(?:through|on) patch_me_through talk_to_one',
  filler: `please pls plz plss pleaseee kindly now asap immediately right_now quickly quick urgently urgent hi hello hey yo
    yes yeah yep ok okay well just only a an the any some real live actual living thanks thank_you thx ty help chat
    support service again still here today sir an_actual i_said same_as_before come_on ffs damn it omg actually oh
    wait so then instead of bot not_bot`,
  tale: `skins? costumes? outfits? quests? npcs? chapter levels? class classes race races characters? hero heroes
    weapons? secret double_agent factions? guilds? clans? lobby loadout boss bosses shop buy bought purchase unlock
    unlocked become becoming told said says played play playing plays player players game_agent jobs? hiring server
    servers weekends? hours how_long how_many blocks? blocking stands? stuck orcs? elves? king hair friend friends
    brother are_you am_i you_sound who_made race_of ranked brought reported report_a agents_work mode mission
    missions pack bundle spawn killed kill kills killing will_they trust delete_my duo coop cosplay movie film vs
    versus carry if_i secret_agent undercover my_agent my_operator menu ai_agent invite in_game in_the_game the_game
    my_team my_guild my_friends? in_my act_like act_and thank_the thank_that thank_your forgot_the name_of
    who_helped that_helped thanks_to_the how_much how_often`,
  denied: `dont do_not no_need not never without nor neither
    no_(?:agent|human|person|one|more|longer|operator|rep|representative|support|staff|mods?|live|transfer|reason|wish|desire|point)
    wont will_not didnt did_not doesnt shouldnt refuse needless unnecessary stop_asking nobody rather_not instead_of
    avoid`,
  rhetorical: `why_(?:cant|cannot|dont|not|isnt|wont|can|is_it_not) cant_(?:i|you|u|we) dont_you couldnt_(?:i|you) isnt_there
    arent_there cant_get cannot_get cant_reach cannot_reach cant_find`,
  cancellation:
    'never_?mind nvm forget_(?:it|about_it|that) cancel(?:_(?:it|that|this))? i_changed_my_mind scratch_that',
  oftenMistyped: `agent agents human humans person people operator representative representatives supervisor manager moderator
    support customer speak talk chat connect transfer someone somebody talking speaking employee advisor contact
    with service please`,
  noSlips: `persona personal persons argent tall tack tale chart that chap char urgent regent aged wit wish witch width cont
    speck spear speaks sleek stalk task tank walk talks chats service services humane humanoid contract connects
    pleased pleasure transfers operators operate operator managers supports customers supported peoples purple perso
    personne persone ramen wight sport contacte contacto contacts contacted humano humana humain personas persones
    agente agenten agenta supporto personen speaker hablar contacté parlé employer employers employed employs`,
};
