//! Reads the JSON export from standard input and writes it as Parquet to standard output.
//!
//! `cargo xtask export --format parquet` runs this.

mod schema;
mod shred;

use std::io::{Read, Write};
use std::process::ExitCode;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::column::writer::ColumnWriter;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{SchemaDescriptor, TypePtr};
use serde_json::Value;
use shred::Column;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let mut json = Vec::new();
    let read = std::io::stdin().read_to_end(&mut json);
    read.map_err(|error| format!("standard input: {error}"))?;
    let rows: Vec<Value> =
        serde_json::from_slice(&json).map_err(|error| format!("standard input: {error}"))?;
    let failed = |error: ParquetError| error.to_string();
    let schema = schema::schema().map_err(failed)?;
    let width = SchemaDescriptor::new(schema.clone()).num_columns();
    let mut columns = vec![Column::default(); width];
    for row in &rows {
        shred::row(&schema, row, &mut columns)?;
    }
    let file = file(schema, &columns).map_err(failed)?;
    let written = std::io::stdout().lock().write_all(&file);
    written.map_err(|error| format!("standard output: {error}"))
}

/// One group of rows: all of them are a few megabytes.
fn file(schema: TypePtr, columns: &[Column]) -> Result<Vec<u8>, ParquetError> {
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY);
    let mut file = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties.build()))?;
    let mut group = file.next_row_group()?;
    for column in columns {
        let Some(mut writer) = group.next_column()? else {
            break;
        };
        let (definition, repetition) = (Some(&column.definition[..]), Some(&column.repetition[..]));
        match writer.untyped() {
            ColumnWriter::ByteArrayColumnWriter(texts) => {
                texts.write_batch(&column.texts, definition, repetition)?;
            }
            ColumnWriter::Int32ColumnWriter(numbers) => {
                numbers.write_batch(&column.numbers, definition, repetition)?;
            }
            _ => return Err(ParquetError::NYI("columns of this type".to_owned())),
        }
        writer.close()?;
    }
    group.close()?;
    file.into_inner()
}
