// by name: a bundle takes these words only
import { load_failed as f_en, minimise as m_en, open as o_en, open_many as n_en, open_one as s_en } from '../words/en.json';
import { load_failed as f_fr, minimise as m_fr, open as o_fr, open_many as n_fr, open_one as s_fr } from '../words/fr.json';

/** What the launcher says. */
export const catalogues = {
    en: { open: o_en, open_one: s_en, open_many: n_en, minimise: m_en, load_failed: f_en },
    fr: { open: o_fr, open_one: s_fr, open_many: n_fr, minimise: m_fr, load_failed: f_fr },
};
