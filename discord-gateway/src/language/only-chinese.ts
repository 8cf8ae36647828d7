/**
 * Characters that Chinese writes and Japanese does not: pronouns, particles, simplified and some traditional forms.
 * Those that both write (的, 了, 不, 号, 是) tell nothing.
 */
export const onlyChinese =
  /[你您吗嗎吧呢怎么麼这這哪没们們请谢谁给转账帐录网戏闪务买东为说话时间问题开关键码帮钱邮设复链让还从进动见现图载错误识别换实专员联电脑发货单应该对导丢坏赢输队级岁边门车马鸟鱼龙连级线维护战绩异过击热烦讨厌愿啊哦呀咱俩咋谅碼沒幫戲號點轉錢會專覺]/u;
