//! From nested values to the columns in which Parquet keeps them.

use parquet::basic::{LogicalType, Type as Physical};
use parquet::data_type::ByteArray;
use parquet::schema::types::Type;
use serde_json::Value;

/// A column: its values, and for each place how deep it is defined and at which list it begins anew.
#[derive(Clone, Default)]
pub(crate) struct Column {
    pub(crate) texts: Vec<ByteArray>,
    pub(crate) numbers: Vec<i32>,
    pub(crate) definition: Vec<i16>,
    pub(crate) repetition: Vec<i16>,
}

/// Where in the nesting a value stands.
#[derive(Clone, Copy, Default)]
struct Place {
    /// How many optional and repeated steps on the way to it are there.
    defined: i16,
    /// How many lists it lies in.
    lists: i16,
    /// The depth of the list that it continues; none if it begins a row.
    continues: i16,
}

/// Adds one row to the columns.
pub(crate) fn row(schema: &Type, row: &Value, columns: &mut [Column]) -> Result<(), String> {
    add(schema, row, Place::default(), columns)
}

fn add(part: &Type, value: &Value, place: Place, columns: &mut [Column]) -> Result<(), String> {
    if part.is_primitive() {
        single(part, value, place, &mut columns[0])
    } else if part.get_basic_info().logical_type_ref() == Some(&LogicalType::List) {
        list(part, value, place, columns)
    } else {
        object(part, value, place, columns)
    }
}

fn single(part: &Type, value: &Value, place: Place, column: &mut Column) -> Result<(), String> {
    match (part.get_physical_type(), value) {
        (_, Value::Null) if part.is_optional() => {}
        (Physical::BYTE_ARRAY, Value::String(text)) => column.texts.push(text.as_str().into()),
        (Physical::INT32, Value::Number(number)) => {
            let number = number.as_i64().and_then(|number| number.try_into().ok());
            column
                .numbers
                .push(number.ok_or_else(|| misfit(part, value))?);
        }
        _ => return Err(misfit(part, value)),
    }
    let there = i16::from(part.is_optional() && !value.is_null());
    column.definition.push(place.defined + there);
    column.repetition.push(place.continues);
    Ok(())
}

fn list(part: &Type, value: &Value, place: Place, columns: &mut [Column]) -> Result<(), String> {
    let element = &part.get_fields()[0].get_fields()[0];
    let values = value.as_array().ok_or_else(|| misfit(part, value))?;
    if values.is_empty() {
        for column in columns {
            column.definition.push(place.defined);
            column.repetition.push(place.continues);
        }
        return Ok(());
    }
    let mut inside = Place {
        defined: place.defined + 1,
        lists: place.lists + 1,
        ..place
    };
    for value in values {
        add(element, value, inside, columns)?;
        inside.continues = inside.lists;
    }
    Ok(())
}

fn object(part: &Type, value: &Value, place: Place, columns: &mut [Column]) -> Result<(), String> {
    let values = value.as_object().ok_or_else(|| misfit(part, value))?;
    let fields = part.get_fields();
    if let Some(key) = values
        .keys()
        .find(|key| fields.iter().all(|field| field.name() != *key))
    {
        return Err(format!("`{}` has no column `{key}`", part.name()));
    }
    let mut rest = columns;
    for field in fields {
        let (own, others) = rest.split_at_mut(width(field));
        add(
            field,
            values.get(field.name()).unwrap_or(&Value::Null),
            place,
            own,
        )?;
        rest = others;
    }
    Ok(())
}

/// How many columns a part of the schema has.
fn width(part: &Type) -> usize {
    match part.is_primitive() {
        true => 1,
        false => part.get_fields().iter().map(|field| width(field)).sum(),
    }
}

fn misfit(part: &Type, value: &Value) -> String {
    format!("`{}` cannot hold {value}", part.name())
}
