//! The registry: every rule, in the order of its code.
//!
//! One file is one rule. A new rule is a file here, a line in [`RULES`] and a page of cases
//! in `tests/suite/checks`.

use super::Rule;

mod abusive_words;
mod acronym_not_spelled_out;
mod annex_absent;
mod annex_not_looked_through;
mod annexes_not_taken;
mod attribution_without_source;
mod changes_left;
mod comments_left;
mod consent_missing;
mod contradicting_responses;
mod country_name;
mod criticism_of_state;
mod date_form;
mod deadline_assumed;
mod deadline_near;
mod deadline_not_stated;
mod deadline_passed;
mod doubled_word;
mod duplicate_signatory;
mod empty_section;
mod file_inside;
mod heading_capitals;
mod hidden_text_left;
mod ise_spelling;
mod joint_statement_rule;
mod language_not_accepted;
mod limit_not_stated;
mod long_sentence;
mod mentioned_paragraph_missing;
mod metadata_left;
mod missing_header_field;
mod missing_section;
mod near_word_limit;
mod noun_chain;
mod number_in_figures;
mod number_without_source;
mod older_revision;
mod other_language;
mod over_if_all_counts;
mod over_other_limit;
mod over_word_limit;
mod overlapping_proposals;
mod page_cited;
mod paragraph_text_differs;
mod passive_chain;
mod path_left;
mod percent_sign;
mod personal_data;
mod picture_absent;
mod picture_by_address;
mod picture_without_description;
mod pictures_not_taken;
mod private_response;
mod proposal_without_wording;
pub(crate) mod reference_left_behind;
mod repeated_sentence;
mod resolution_year;
mod response_without_rationale;
mod section_out_of_order;
mod serial_comma;
mod spelling;
mod status_needed;
mod superlative_without_source;
mod symbol_miswritten;
mod typed_paragraph_numbers;
mod uncited_source;
mod united_nations_name;
mod unknown_paragraph;
mod unknown_picture;
mod unknown_section;
mod unknown_source;
mod unused_picture;
mod unwanted_emphasis;
mod unwanted_footnotes;
mod vague_authority;
mod weak_picture_description;
mod wrong_quotation;

/// Every rule, in the order of its code.
pub static RULES: &[&Rule] = &[
    &missing_section::RULE,
    &empty_section::RULE,
    &section_out_of_order::RULE,
    &unknown_section::RULE,
    &unwanted_footnotes::RULE,
    &typed_paragraph_numbers::RULE,
    &missing_header_field::RULE,
    &unwanted_emphasis::RULE,
    &picture_without_description::RULE,
    &weak_picture_description::RULE,
    &unknown_picture::RULE,
    &picture_by_address::RULE,
    &pictures_not_taken::RULE,
    &over_word_limit::RULE,
    &near_word_limit::RULE,
    &limit_not_stated::RULE,
    &over_other_limit::RULE,
    &over_if_all_counts::RULE,
    &unknown_source::RULE,
    &uncited_source::RULE,
    &number_without_source::RULE,
    &vague_authority::RULE,
    &superlative_without_source::RULE,
    &attribution_without_source::RULE,
    &ise_spelling::RULE,
    &percent_sign::RULE,
    &doubled_word::RULE,
    &repeated_sentence::RULE,
    &long_sentence::RULE,
    &acronym_not_spelled_out::RULE,
    &symbol_miswritten::RULE,
    &page_cited::RULE,
    &country_name::RULE,
    &number_in_figures::RULE,
    &date_form::RULE,
    &heading_capitals::RULE,
    &serial_comma::RULE,
    &united_nations_name::RULE,
    &resolution_year::RULE,
    &criticism_of_state::RULE,
    &abusive_words::RULE,
    &passive_chain::RULE,
    &noun_chain::RULE,
    &deadline_passed::RULE,
    &deadline_near::RULE,
    &deadline_assumed::RULE,
    &deadline_not_stated::RULE,
    &consent_missing::RULE,
    &duplicate_signatory::RULE,
    &status_needed::RULE,
    &joint_statement_rule::RULE,
    &unknown_paragraph::RULE,
    &older_revision::RULE,
    &paragraph_text_differs::RULE,
    &proposal_without_wording::RULE,
    &response_without_rationale::RULE,
    &contradicting_responses::RULE,
    &mentioned_paragraph_missing::RULE,
    &wrong_quotation::RULE,
    &overlapping_proposals::RULE,
    &reference_left_behind::RULE,
    &private_response::RULE,
    &personal_data::RULE,
    &metadata_left::RULE,
    &comments_left::RULE,
    &changes_left::RULE,
    &hidden_text_left::RULE,
    &path_left::RULE,
    &file_inside::RULE,
    &annex_not_looked_through::RULE,
    &annex_absent::RULE,
    &annexes_not_taken::RULE,
    &picture_absent::RULE,
    &unused_picture::RULE,
    &language_not_accepted::RULE,
    &other_language::RULE,
    &spelling::RULE,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_ascend_and_names_are_unique() {
        for pair in RULES.windows(2) {
            assert!(pair[0].code < pair[1].code, "{} {}", pair[0].code, pair[1].code);
        }
        let names: std::collections::BTreeSet<&str> = RULES.iter().map(|r| r.name).collect();
        assert_eq!(names.len(), RULES.len());
    }

    #[test]
    fn the_first_digit_of_a_code_is_its_family() {
        for rule in RULES {
            assert_eq!(rule.code[1..2], (rule.family as u8).to_string(), "{}", rule.code);
        }
    }
}
