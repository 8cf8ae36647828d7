import { withoutDiacritics } from '../without-diacritics';
import type { Cues } from './cues';

/** Vietnamese, with and without its marks. */
export const vietnameseCues: Cues = {
  fold: (text) => withoutDiacritics(text).replaceAll('đ', 'd').replace(/['-]/g, ' '),
  spaced: true,
  breaks: 'nhung tuy_nhien vi_vay',
  ignored: `khong_(?:can|phai|muon|phai_la|muon_noi_chuyen_voi|noi_chuyen_voi)_(?:ro)?bot khong_(?:phai|muon|can)_may
    thay_vi_bot khong_(?:giup_duoc|giup_ich|giup|hieu_qua|dung_duoc)~`,
  staff: `nhan_vien~ tong_dai(?:_vien)? tu_van_vien cham_soc_khach_hang cskh bo_phan_(?:ho_tro|cskh|cham_soc~|khach_hang)
    admin quan_ly quan_tri_vien dien_thoai_vien giam_sat ho_tro_vien doi_(?:ngu_)?ho_tro nguoi_ho_tro moderator mod
    gm chuyen_vien nguoi_(?:phu_trach|quan_ly|co_tham_quyen|truc) ban_quan_tri truong_nhom agent
    ho_tro_(?:truc_tiep|khach_hang|ky_thuat) ky_thuat_vien dich_vu_khach_hang giam_doc sep`,
  human: 'nguoi_that con_nguoi nguoi_(?:thuc|song) nguoi_that_su nguoi_bang_xuong nguoi_ra',
  someone: 'nguoi ho_tro team ai_do',
  talk: `noi_chuyen tro_chuyen chat trao_doi noi tu_van gap ho_tro_toi tra_loi noi_cung nghe_toi phan_hoi thao_luan
    giai_quyet xu_ly xem_giup xem_xet giup_toi giup_minh giup_em lam_viec_voi ho_tro_(?:toi|minh|em)`,
  transfer: `ket_noi chuyen(?!_gi) chuyen_may chuyen_cho lien_he lien_lac goi cho_gap keu noi_may dieu_huong noi_toi_voi
    lien_ket gap_truc_tiep sap_xep goi_lai dua_toi`,
  want: `muon can xin nho cho_toi cho_minh cho_em cho_tui yeu_cau co_the vui_long thich lam_on hay co_ai co_the_cho
    lam_sao_de uoc doi lam_the_nao dau$ truc_tuyen online co_nhan_vien can_gap duoc_gap duoc_noi`,
  alone: 'chuyen_may',
  filler: `cho toi minh em xin lam_on vui_long gap ngay voi di a nhe gap_gap lien nhanh dau voi_a cam_on da ok hello chao
    ban mot thu_oi noi_chuyen_voi oi ho_tro can`,
  tale: `trang_phuc diep_vien chuong nhiem_vu cap_do toc_nguoi toc lop nhan_vat bang bang_hoi hoi mua goi_diep goi_~_diep
    noi_mat noi_rang noi_la noi_se bao_la bao_rang may_gio choi choi_cung tro_choi game lay_trom danh_cap to_cao
    ban_la dang_noi thuong_nhan lang bi_mat kiem vu_khi ket_trong lam_admin lam_mod tro_thanh tot rat_~ da_noi
    da_gap tuan_truoc hom_qua_toi_da tra_loi_co_lau bao_lau phim duoi_toi ban_be ai_lam lag phai_nguoi_khong ai_la
    la_ai o_dau nhu_the_nao khi_nao bao_nhieu nao_da la_gi lam_gi quyen_con_nguoi chinh_quyen giup_quan_ly
    loi_cam_on quen_ten ten_nhan_vien da_giup da_tra_loi da_ho_tro kiem_tra_khong may_nguoi may_ngay mat_hang mat_do`,
  denied: 'khong dung khoi chang chua_can khong_can',
  rhetorical: 'tai_sao sao_khong sao_lai_khong vi_sao co_~_khong co_the khong_the_noi',
  cancellation: 'thoi_khoi thoi_khong bo_qua huy quen_di khong_sao_dau doi_y',
};
