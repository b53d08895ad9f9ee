//! The columns, named, nested and ordered as the fields of the JSON export.

use std::sync::Arc;

use parquet::errors::Result;
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::Type;

/// A list is there also where it is empty, a text or a number may be null.
const COLUMNS: &str = "
    message zoom_errors {
        required binary product (STRING);
        required binary enum (STRING);
        optional int32 code;
        optional binary value (STRING);
        required binary name (STRING);
        required binary variant (STRING);
        required group aliases (LIST) { repeated group list { required binary element (STRING); } }
        optional binary category (STRING);
        required binary kind (STRING);
        required binary summary (STRING);
        required group causes (LIST) { repeated group list { required binary element (STRING); } }
        required group raised_by (LIST) { repeated group list { required binary element (STRING); } }
        optional binary actor (STRING);
        optional binary retry (STRING);
        optional binary advice (STRING);
        required group remediation (LIST) { repeated group list { required binary element (STRING); } }
        required group reasons (LIST) { repeated group list { required group element {
            optional int32 code;
            optional binary message (STRING);
            required binary name (STRING);
            required binary variant (STRING);
            required binary summary (STRING);
            required binary kind (STRING);
            required group headers (LIST) { repeated group list { required binary element (STRING); } }
            optional binary actor (STRING);
            optional binary retry (STRING);
            optional binary advice (STRING);
            required group remediation (LIST) { repeated group list { required binary element (STRING); } }
        } } }
        required group responses (LIST) { repeated group list { required group element {
            required int32 status;
            required binary message (STRING);
            optional binary reason (STRING);
            required group on (LIST) { repeated group list { required binary element (STRING); } }
        } } }
        optional binary same_as (STRING);
        required group related (LIST) { repeated group list { required binary element (STRING); } }
        optional binary effective (STRING);
        optional binary retired (STRING);
        required binary origin (STRING);
        optional binary erratum (STRING);
        optional binary docs (STRING);
        required binary crate_version (STRING);
    }";

pub(crate) fn schema() -> Result<Arc<Type>> {
    parse_message_type(COLUMNS).map(Arc::new)
}
