sources verify ../packages/baater --corpus ../acts_faulty/cut_off
sources verify ../packages/baater --corpus ../acts_faulty/no_refid
sources verify ../packages/baater --corpus ../acts_faulty/no_section
sources verify ../packages/baater --corpus ../acts_faulty/twice
sources verify ../packages/baater --corpus ../acts_faulty/not_utf8
sources verify ../packages/baater --corpus ../acts_faulty/form
# Nothing is locked while a text is at fault.
sources lock ../packages/baater --corpus ../acts_faulty/twice
