//! The forms of the commands of shifts, as data.

use crate::catalogue::forms::{Begins, FieldSpec, FormSpec};

const TITLE: FieldSpec = FieldSpec::new("title").required();
const NEEDS: FieldSpec = FieldSpec::new("needs");
const PLACE: FieldSpec = FieldSpec::new("at");
const NOTE: FieldSpec = FieldSpec::new("note").long();

/// What a shift is posted with.
const POSTED: &[FieldSpec] = &[TITLE, FieldSpec::new("when").required(), NEEDS, PLACE, NOTE];

/// The forms: a new shift, a changed one, and another one like it.
pub const FORMS: &[FormSpec] = &[
    FormSpec {
        name: "shift-add",
        path: "shift add",
        begins: Begins::Empty,
        fields: POSTED,
    },
    FormSpec {
        name: "shift-edit",
        path: "shift edit",
        begins: Begins::Changing,
        fields: &[TITLE, NEEDS, PLACE, FieldSpec::new("team"), NOTE],
    },
    FormSpec {
        name: "shift-copy",
        path: "shift add",
        begins: Begins::Copying,
        fields: POSTED,
    },
];
