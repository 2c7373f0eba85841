//! sendDocument.

use super::messages::entities;
use crate::telegram::http::Call;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::seen::Document;
use crate::telegram::world::State;

impl State {
    pub(super) fn send_document(&mut self, call: &Call) -> Answer {
        let mut message = self.begin(call, "documents")?;
        message.document = Some(self.document(call)?);
        let caption = call.text("caption").unwrap_or_default();
        Self::write(&mut message, caption, entities(call, "caption_entities"));
        Ok(self.send(message))
    }

    /// A file that comes with the request, or one that came before.
    fn document(&mut self, call: &Call) -> Result<Document, Refusal> {
        let Some(upload) = call.file("document") else {
            let known = call.text("document").and_then(|id| self.documents.get(id));
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
        };
        self.documents.insert(document.file_id.clone(), document.clone());
        Ok(document)
    }
}
