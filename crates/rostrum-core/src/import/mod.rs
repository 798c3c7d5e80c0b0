//! Draft files in: bytes of any kind → [`Draft`](crate::model::Draft), never failing on content.
