//! The codes of the languages that WhatsApp templates can have.

use crate::schema::Source::{Seen, Vendor};
use crate::schema::{Choice, Code, Shape, TextRule, Value, doc};

/// Not a language code at all.
pub static NOT_A_LANGUAGE: Code = Code {
    id: "language.invalid",
    message: "Must be a language code, such as en or en_US.[ Did you mean \"{suggestion}\"?]",
};
/// A language code that Meta does not list.
pub static UNKNOWN_LANGUAGE: Code = Code {
    id: "language.unknown",
    message: "Meta does not list this language code.[ Did you mean \"{suggestion}\"?]",
};

/// A language code as Meta writes it. Case counts; `en` and `en_US` are different templates.
pub const LANGUAGE_CODE: Shape = Shape::Choice(&Choice {
    values: LANGUAGES,
    closed: Seen,
    ignore_case: false,
    rules: &[&TextRule {
        code: &NOT_A_LANGUAGE,
        source: Vendor,
        holds: |text, _| {
            let (language, region) = match text.split_once('_') {
                Some((language, region)) => (language, Some(region)),
                None => (text, None),
            };
            matches!(language.len(), 2 | 3)
                && language.bytes().all(|b| b.is_ascii_lowercase())
                && region.is_none_or(|region| {
                    region.len() == 2 && region.bytes().all(|b| b.is_ascii_uppercase())
                })
        },
        pattern: doc("^[a-z]{2,3}(_[A-Z]{2})?$"),
        doc: doc("Two or three small letters, and a region of two capital letters after `_`."),
    }],
    unlisted: &UNKNOWN_LANGUAGE,
});

const fn v(code: &'static str) -> Value {
    Value { value: code, source: Vendor, doc: doc("") }
}

#[rustfmt::skip]
const LANGUAGES: &[Value] = &[
    v("af"), v("sq"), v("ar"), v("ar_EG"), v("ar_AE"), v("ar_LB"), v("ar_MA"), v("ar_QA"), v("az"),
    v("be_BY"), v("bn"), v("bn_IN"), v("bg"), v("ca"), v("zh_CN"), v("zh_HK"), v("zh_TW"), v("hr"),
    v("cs"), v("da"), v("prs_AF"), v("nl"), v("nl_BE"), v("en"), v("en_GB"), v("en_US"), v("en_AE"),
    v("en_AU"), v("en_CA"), v("en_GH"), v("en_IE"), v("en_IN"), v("en_JM"), v("en_MY"), v("en_NZ"),
    v("en_QA"), v("en_SG"), v("en_UG"), v("en_ZA"), v("et"), v("fil"), v("fi"), v("fr"), v("fr_BE"),
    v("fr_CA"), v("fr_CH"), v("fr_CI"), v("fr_MA"), v("ka"), v("de"), v("de_AT"), v("de_CH"),
    v("el"), v("gu"), v("ha"), v("he"), v("hi"), v("hu"), v("id"), v("ga"), v("it"), v("ja"),
    v("kn"), v("kk"), v("rw_RW"), v("ko"), v("ky_KG"), v("lo"), v("lv"), v("lt"), v("mk"), v("ms"),
    v("ml"), v("mr"), v("nb"), v("ps_AF"), v("fa"), v("pl"), v("pt_BR"), v("pt_PT"), v("pa"),
    v("ro"), v("ru"), v("sr"), v("si_LK"), v("sk"), v("sl"), v("es"), v("es_AR"), v("es_CL"),
    v("es_CO"), v("es_CR"), v("es_DO"), v("es_EC"), v("es_HN"), v("es_MX"), v("es_PA"), v("es_PE"),
    v("es_ES"), v("es_UY"), v("sw"), v("sv"), v("ta"), v("te"), v("th"), v("tr"), v("uk"), v("ur"),
    v("uz"), v("vi"), v("zu"),
];
