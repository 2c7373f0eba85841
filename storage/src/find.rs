//! Looking one thing up.

/// The row that a statement selects with those keys; `None` if there is none.
macro_rules! row {
    ($unit:expr, $row:ty, $statement:expr, $($key:expr),+) => {{
        let row: Option<$row> = query_as($statement)
            $(.bind($key))+
            .fetch_optional($unit.connection())
            .await
            .map_err(failed)?;
        row
    }};
}

/// The same, read into an entity.
macro_rules! find {
    ($unit:expr, $row:ty, $statement:expr, $($key:expr),+) => {
        $crate::find::row!($unit, $row, $statement, $($key),+).map(<$row>::read).transpose()
    };
}

pub(crate) use {find, row};
