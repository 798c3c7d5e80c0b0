//! The shared document: the statement as a CRDT that merges without loss.
