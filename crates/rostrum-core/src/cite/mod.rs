//! Sources in and out: bibliographies read, citations set by CSL.
