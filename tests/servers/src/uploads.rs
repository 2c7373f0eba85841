//! Files and fields of a form that comes in parts.

use axum::extract::{FromRequest as _, Multipart, Request};

/// A file that came with a request.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    pub(crate) file_name: String,
    pub(crate) mime: Option<String>,
    pub(crate) content: Vec<u8>,
}

/// A part of a form.
#[derive(Debug)]
pub(crate) enum Part {
    Field(String),
    File(Upload),
}

/// The parts of a form, each with its name; nothing where the form is not whole.
pub(crate) async fn parts(request: Request) -> Option<Vec<(String, Part)>> {
    let mut parts = Multipart::from_request(request, &()).await.ok()?;
    let mut read = Vec::new();
    while let Some(part) = parts.next_field().await.ok()? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let mime = part.content_type().map(str::to_owned);
        let content = part.bytes().await.ok()?.to_vec();
        let part = match file_name {
            Some(file_name) => Part::File(Upload {
                file_name,
                mime,
                content,
            }),
            None => Part::Field(String::from_utf8(content).ok()?),
        };
        read.push((name, part));
    }
    Some(read)
}
