//! From the tables of one database to the same tables of the other, row by row.

use futures_util::TryStreamExt;
use sqlx::{AssertSqlSafe, PgConnection, Row, SqliteConnection, query, query_as, query_scalar};
use uuid::Uuid;

use super::BackupError;

/// What a column holds, by the name that PostgreSQL has for it.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Id,
    Bytes,
    Number,
    Truth,
    Text,
}

struct Column {
    name: String,
    kind: Kind,
    /// Whether PostgreSQL counts it up, from the highest on.
    counted: bool,
}

/// A table of both databases.
pub(super) struct Table {
    name: String,
    columns: Vec<Column>,
}

/// Binds the value at a place of a row, whichever of the two databases it comes from and goes to.
macro_rules! carried {
    ($query:expr, $row:expr, $place:expr, $kind:expr) => {
        match $kind {
            Kind::Id => $query.bind($row.try_get::<Option<Uuid>, _>($place)?),
            Kind::Bytes => $query.bind($row.try_get::<Option<Vec<u8>>, _>($place)?),
            Kind::Number => $query.bind($row.try_get::<Option<i64>, _>($place)?),
            Kind::Truth => $query.bind($row.try_get::<Option<bool>, _>($place)?),
            Kind::Text => $query.bind($row.try_get::<Option<String>, _>($place)?),
        }
    };
}

/// Reads a table from one connection and writes it to the other.
macro_rules! copied {
    ($table:expr, $from:expr, $into:expr) => {{
        let insert = $table.insert();
        let mut rows = query(AssertSqlSafe($table.select())).fetch($from);
        while let Some(row) = rows.try_next().await? {
            let mut insertion = query(AssertSqlSafe(insert.as_str()));
            for (place, column) in $table.columns.iter().enumerate() {
                insertion = carried!(insertion, row, place, column.kind);
            }
            insertion.execute(&mut *$into).await?;
        }
    }};
}

impl Table {
    pub(super) async fn to_file(
        &self,
        from: &mut PgConnection,
        into: &mut SqliteConnection,
    ) -> Result<(), BackupError> {
        copied!(self, from, into);
        Ok(())
    }

    pub(super) async fn to_postgres(
        &self,
        from: &mut SqliteConnection,
        into: &mut PgConnection,
    ) -> Result<(), BackupError> {
        copied!(self, from, into);
        for column in self.columns.iter().filter(|column| column.counted) {
            let Self { name: table, .. } = self;
            let Column { name, .. } = column;
            let count_on = format!(
                "SELECT setval(pg_get_serial_sequence('{table}', '{name}'), max({name})) FROM {table} HAVING max({name}) > 0"
            );
            query(AssertSqlSafe(count_on)).execute(&mut *into).await?;
        }
        Ok(())
    }

    pub(super) async fn must_be_empty(&self, database: &mut PgConnection) -> Result<(), BackupError> {
        let any = query(AssertSqlSafe(format!("SELECT 1 FROM {} LIMIT 1", self.name)))
            .fetch_optional(database)
            .await?;
        any.map_or(Ok(()), |_| Err(BackupError::NotEmpty(self.name.clone())))
    }

    fn select(&self) -> String {
        format!("SELECT {} FROM {}", self.column_names(), self.name)
    }

    fn insert(&self) -> String {
        let places: Vec<String> = (1..=self.columns.len()).map(|place| format!("${place}")).collect();
        let (name, columns) = (&self.name, self.column_names());
        format!("INSERT INTO {name} ({columns}) VALUES ({})", places.join(", "))
    }

    fn column_names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        names.join(", ")
    }
}

/// The tables in the order in which they were made: whatever refers to another comes after it.
pub(super) async fn tables(
    file: &mut SqliteConnection,
    postgres: &mut PgConnection,
) -> Result<Vec<Table>, BackupError> {
    let names: Vec<String> = query_scalar(
        r"SELECT name FROM sqlite_schema
          WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name <> '_sqlx_migrations'
          ORDER BY rowid",
    )
    .fetch_all(file)
    .await?;
    let mut tables = Vec::new();
    for name in names {
        let columns = columns(postgres, &name).await?;
        tables.push(Table { name, columns });
    }
    Ok(tables)
}

async fn columns(postgres: &mut PgConnection, table: &str) -> Result<Vec<Column>, BackupError> {
    let rows: Vec<(String, String, bool)> = query_as(
        "SELECT column_name::text, data_type::text, is_identity = 'YES' FROM information_schema.columns
         WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position",
    )
    .bind(table)
    .fetch_all(postgres)
    .await?;
    rows.into_iter()
        .map(|(name, data_type, counted)| {
            let kind = match data_type.as_str() {
                "uuid" => Kind::Id,
                "bytea" => Kind::Bytes,
                "bigint" => Kind::Number,
                "boolean" => Kind::Truth,
                "text" => Kind::Text,
                _ => {
                    return Err(BackupError::UnknownType {
                        table: table.to_owned(),
                        column: name,
                        data_type,
                    });
                }
            };
            Ok(Column { name, kind, counted })
        })
        .collect()
}
