//! sendDocument and sendPhoto.

use serde_json::Value;

use super::messages::entities;
use crate::telegram::http::Call;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::seen::{Document, Shown};
use crate::telegram::world::State;

/// The largest photograph (Bot API, `sendPhoto`: at most 10 MB in size).
const PHOTO_BYTES: usize = 10_000_000;

impl State {
    pub(super) fn send_document(&mut self, call: &Call) -> Answer {
        let mut message = self.begin(call, "documents")?;
        message.document = Some(self.document(call, "document")?);
        Ok(self.send_with_caption(message, call))
    }

    /// Of photographs only those that come with the request are played.
    pub(super) fn send_photo(&mut self, call: &Call) -> Answer {
        let mut message = self.begin(call, "photos")?;
        let photo = self.document(call, "photo")?;
        let is_png = photo.content.starts_with(b"\x89PNG\r\n\x1a\n");
        if !is_png || photo.content.len() > PHOTO_BYTES {
            return Err(Refusal::bad("IMAGE_PROCESS_FAILED"));
        }
        message.document = Some(Document {
            is_photo: true,
            ..photo
        });
        Ok(self.send_with_caption(message, call))
    }

    fn send_with_caption(&mut self, mut message: Shown, call: &Call) -> Value {
        let caption = call.text("caption").unwrap_or_default();
        Self::write(&mut message, caption, entities(call, "caption_entities"));
        self.send(message)
    }

    /// A file that comes with the request, or one that came before.
    fn document(&mut self, call: &Call, field: &str) -> Result<Document, Refusal> {
        let Some(upload) = call.file(field) else {
            let known = call.text(field).and_then(|id| self.documents.get(id));
            return known
                .cloned()
                .ok_or_else(|| Refusal::bad("wrong file identifier/HTTP URL specified"));
        };
        if upload.content.is_empty() {
            return Err(Refusal::bad("file must be non-empty"));
        }
        let document = Document {
            file_id: format!("document-{}", self.documents.len() + 1),
            file_name: upload.file_name.clone(),
            mime: upload.mime.clone(),
            content: upload.content.clone(),
            is_photo: false,
        };
        self.documents.insert(document.file_id.clone(), document.clone());
        Ok(document)
    }
}
